"""The grammar of what people type, in both languages at once. Wrong words are answers, never exceptions."""
