/** Every word of the page itself, in English and in Spanish as it is written in Mexico. */

/** @type {Object<string, [string, string]>} English, Spanish; `{name}` is replaced by a fact */
const TEXTS = {
  // Frame
  title: ["{place} · {team}", "{place} · {team}"],
  local: ["Local workspace", "Espacio de trabajo local"],
  skip: ["Skip to the message box", "Ir al cuadro de mensaje"],
  sidebar: ["Channels and people", "Canales y personas"],
  open_sidebar: ["Show channels", "Mostrar canales"],
  theme: ["Light or dark", "Claro u oscuro"],
  connecting: ["Connecting…", "Conectando…"],
  reconnecting: ["Reconnecting…", "Reconectando…"],
  late: [
    "The workspace takes its time. What was sent is on its way.",
    "El espacio tarda en responder. Lo que enviaste va en camino.",
  ],
  close: ["Close", "Cerrar"],
  loading: ["Loading…", "Cargando…"],
  // Sidebar
  act_as: ["Act as", "Actuar como"],
  guest: ["guest", "invitado"],
  stranger: ["other workspace", "otro espacio"],
  admin: ["admin", "administrador"],
  deactivated: ["deactivated", "desactivado"],
  channels: ["Channels", "Canales"],
  apps: ["Apps", "Aplicaciones"],
  direct: ["Messages", "Mensajes"],
  home: ["Home", "Inicio"],
  private: ["private", "privado"],
  archived: ["archived", "archivado"],
  language: ["Language", "Idioma"],
  in_language: ["English", "español"],
  unread_one: ["1 unread message", "1 mensaje sin leer"],
  unread_other: ["{n} unread messages", "{n} mensajes sin leer"],
  // Clock
  clock: ["Workspace clock", "Reloj del espacio"],
  clock_hour: ["+1 hour", "+1 hora"],
  clock_day: ["+1 day", "+1 día"],
  clock_monday: ["Next Monday", "Próximo lunes"],
  clock_monday_hint: [
    "Move to next Monday, 9:05 in the morning, {zone} time",
    "Avanzar al próximo lunes, 9:05 de la mañana, hora de {zone}",
  ],
  // Messages
  messages: ["Messages in {place}", "Mensajes de {place}"],
  app: ["APP", "APP"],
  edited: ["(edited)", "(editado)"],
  only_you: ["Only visible to you", "Solo tú puedes ver esto"],
  dismiss: ["Dismiss message", "Descartar mensaje"],
  used_command: ["used", "usó"],
  replies_one: ["1 reply", "1 respuesta"],
  replies_other: ["{n} replies", "{n} respuestas"],
  reply: ["Reply in thread", "Responder en el hilo"],
  more: ["More actions", "Más acciones"],
  edit: ["Edit message", "Editar mensaje"],
  delete: ["Delete message", "Eliminar mensaje"],
  delete_sure: ["This message will be gone for everyone.", "El mensaje desaparecerá para todas las personas."],
  save: ["Save", "Guardar"],
  cancel: ["Cancel", "Cancelar"],
  today: ["Today", "Hoy"],
  yesterday: ["Yesterday", "Ayer"],
  tomorrow: ["Tomorrow", "Mañana"],
  new_messages: ["New", "Nuevo"],
  jump: ["New messages", "Mensajes nuevos"],
  earlier: ["Earlier messages", "Mensajes anteriores"],
  show_more: ["Show the whole message", "Ver el mensaje completo"],
  show_less: ["Show less", "Ver menos"],
  last_reply: ["Last reply {when}", "Última respuesta: {when}"],
  start_channel: ["This is the beginning of #{name}", "Este es el principio de #{name}"],
  start_direct: ["This is your conversation with {name}", "Esta es tu conversación con {name}"],
  start_hint: ["Write a message, or type / for commands.", "Escribe un mensaje o teclea / para ver los comandos."],
  thread: ["Thread", "Hilo"],
  react: ["Add a reaction", "Agregar una reacción"],
  reacted: ["{names} reacted with {emoji}", "Reacción de {names}: {emoji}"],
  // Composer
  write_to: ["Message {place}", "Mensaje para {place}"],
  write_reply: ["Reply…", "Responder…"],
  send: ["Send", "Enviar"],
  shortcuts: ["Shortcuts", "Atajos"],
  not_member: ["You are not a member of #{name}.", "No formas parte de #{name}."],
  is_archived: ["#{name} is archived.", "#{name} está archivado."],
  completion: ["Suggestions", "Sugerencias"],
  hint_keys: ["Enter sends · Shift + Enter starts a line", "Enter envía · Shift + Enter cambia de línea"],
  invite: ["Add someone to this channel", "Agregar a alguien a este canal"],
  // Elements
  choose: ["Choose an option", "Elige una opción"],
  choose_many: ["Choose options", "Elige opciones"],
  nothing_found: ["Nothing matches", "Sin coincidencias"],
  type_more: ["Type at least {n} characters", "Escribe al menos {n} caracteres"],
  remove: ["Remove {name}", "Quitar {name}"],
  clear: ["Clear", "Borrar"],
  overflow: ["More options", "Más opciones"],
  characters_left: ["{n} characters left", "Quedan {n} caracteres"],
  optional: ["(optional)", "(opcional)"],
  required: ["required", "obligatorio"],
  confirm: ["Yes", "Sí"],
  deny: ["No", "No"],
  sure: ["Are you sure?", "¿Confirmas?"],
  no_files: ["This local workspace keeps no files.", "Este espacio local no guarda archivos."],
  datepicker: ["Date", "Fecha"],
  timepicker: ["Time", "Hora"],
  datetimepicker: ["Date and time", "Fecha y hora"],
  // Blocks
  unknown_block: ["Block “{type}” is not shown here", "Aquí no se muestra el bloque «{type}»"],
  unknown_element: ["Element “{type}” is not shown here", "Aquí no se muestra el elemento «{type}»"],
  unknown_attachment: ["This attachment is not shown here", "Aquí no se muestra este adjunto"],
  unknown_message: ["This message is not shown here", "Aquí no se muestra este mensaje"],
  image_elsewhere: ["Image on another host", "Imagen en otro servidor"],
  file_elsewhere: ["File kept elsewhere: {id}", "Archivo guardado en otro lugar: {id}"],
  call: ["Call", "Llamada"],
  join_call: ["Join", "Entrar"],
  table: ["Table", "Tabla"],
  task_pending: ["Pending", "Pendiente"],
  task_in_progress: ["In progress", "En curso"],
  task_complete: ["Complete", "Completa"],
  task_error: ["Failed", "Falló"],
  watch: ["Watch the video", "Ver el video"],
  page_of: ["{from}–{to} of {total}", "{from}–{to} de {total}"],
  previous: ["Previous page", "Página anterior"],
  next: ["Next page", "Página siguiente"],
  previous_card: ["Previous card", "Tarjeta anterior"],
  next_card: ["Next card", "Tarjeta siguiente"],
  carousel: ["Cards", "Tarjetas"],
  sort_by: ["Sort by {column}", "Ordenar por {column}"],
  chart_data: ["Show the figures", "Ver las cifras"],
  chart_of: ["{kind} chart: {title}. {data}", "Gráfica de {kind}: {title}. {data}"],
  pie: ["Pie", "pastel"],
  bar: ["Bar", "barras"],
  line: ["Line", "líneas"],
  area: ["Area", "áreas"],
  category: ["Category", "Categoría"],
  value: ["Value", "Valor"],
  level_info: ["Information", "Información"],
  level_warning: ["Warning", "Advertencia"],
  level_error: ["Error", "Error"],
  level_success: ["Success", "Listo"],
  // Modals and Home
  submit: ["Submit", "Enviar"],
  back: ["Back", "Atrás"],
  home_of: ["Home of {name}", "Inicio de {name}"],
  home_empty: ["{name} has not published its Home yet.", "{name} todavía no publica su Inicio."],
  // Failures
  notices: ["Notices", "Avisos"],
  failure: ["Something was refused", "Algo fue rechazado"],
  unreachable: ["The workspace does not answer", "El espacio no responde"],
  unreachable_hint: [
    "It may have been stopped, or the connection is gone. What you typed is still here: try again.",
    "Puede que se haya detenido o que no haya conexión. Lo que escribiste sigue aquí: intenta de nuevo.",
  ],
  technical: ["Technical detail", "Detalle técnico"],
  app_away: ["The app does not answer", "La aplicación no responde"],
  app_late: ["The app took longer than 3 seconds", "La aplicación tardó más de 3 segundos"],
  app_refused: ["The app’s answer broke a rule of Slack", "La respuesta de la aplicación incumple una regla de Slack"],
  too_long: ["The message is too long", "El mensaje es demasiado largo"],
  // Traffic
  traffic: ["Traffic", "Tráfico"],
  traffic_hint: ["Requests and answers between workspace and app", "Peticiones y respuestas entre el espacio y la aplicación"],
  traffic_filter: ["Filter", "Filtrar"],
  traffic_empty: ["Nothing has passed yet.", "Todavía no pasa nada."],
  traffic_clear: ["Empty the list", "Vaciar la lista"],
  to_app: ["to the app", "a la aplicación"],
  from_app: ["from the app", "desde la aplicación"],
  request: ["Request", "Petición"],
  answer: ["Answer", "Respuesta"],
  empty: ["empty", "vacía"],
};

/** Cities after which zones are called, where Spanish calls them otherwise: browsers know no names for them. */
const SPANISH_CITIES = {
  "Bahia Banderas": "Bahía de Banderas",
  Cancun: "Cancún",
  "Ciudad Juarez": "Ciudad Juárez",
  "Los Angeles": "Los Ángeles",
  Mazatlan: "Mazatlán",
  Merida: "Mérida",
  "Mexico City": "Ciudad de México",
  "New York": "Nueva York",
};

/**
 * @param {string} zone of the IANA database
 * @param {"en"|"es"} language
 * @returns {string} the city it is called after
 */
export function zoneCity(zone, language) {
  const city = zone.split("/").pop().replaceAll("_", " ");
  return (language === "es" && SPANISH_CITIES[city]) || city;
}

/**
 * @callback Translate
 * @param {string} key
 * @param {Object<string, string|number>} [facts]
 * @returns {string}
 */

/**
 * @param {string|undefined} locale of the acting member
 * @returns {"en"|"es"}
 */
export function languageOf(locale) {
  return /^es\b/i.test(locale ?? "") ? "es" : "en";
}

/**
 * The words in one language. A fact `n` chooses between `key_one` and `key_other` where those exist.
 *
 * @param {"en"|"es"} language
 * @returns {Translate}
 */
export function createTranslate(language) {
  const column = language === "es" ? 1 : 0;
  return (key, facts = {}) => {
    const plural = `${key}_${facts.n === 1 ? "one" : "other"}`;
    const text = (TEXTS[key] ?? TEXTS[plural])?.[column];
    if (text === undefined) {
      throw new Error(`no text for ${key}`);
    }
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(facts[name] ?? whole));
  };
}
