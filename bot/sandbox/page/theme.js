/** Light or dark: the system's wish until the person chooses. */

const KEY = "workspace-theme";

/**
 * @param {HTMLElement} root
 * @param {Storage} storage
 * @param {MediaQueryList} prefersDark
 */
export function createTheme(root, storage, prefersDark) {
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const chosen = storage.getItem(KEY);
  if (chosen) {
    root.dataset.theme = chosen;
  }
  return {
    isDark,
    toggle() {
      root.dataset.theme = isDark() ? "light" : "dark";
      storage.setItem(KEY, root.dataset.theme);
    },
  };
}
