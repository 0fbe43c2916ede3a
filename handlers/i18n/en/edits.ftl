## Correcting what is recorded: text, versions in other languages, and what else was said of it

change-edited = text edited
    .version = { $language } version edited
    .version-new = { $language } version added
    .version-gone = { $language } version taken away
    .shift = { $field }: { $before } → { $after }

edited-text = text
edited-version = { $language } version
edited-theme = theme
    .key = theme:
edited-severity = severity
    .key = severity:
edited-countries = countries
    .key = countries:
edited-drivers = drivers
    .key = drivers:
edited-priority = priority
    .key = priority:yes
    .yes = yes
    .no = no
edited-due = date
    .key = quarter:

refusal-driver-unknown = “{ $word }” is not one of the group’s drivers.
refusal-field-of-other-kind = { $field ->
    [severity] { $reference } has no severity. Only obstacles do.
    [countries] { $reference } names no countries. Only obstacles and recommendations do.
    [drivers] { $reference } has no drivers. Only recommendations do.
    [priority] { $reference } takes no priority. Only recommendations do.
    [due] { $reference } takes no date. Only recommendations and actions do.
   *[other] { $reference } has no such field.
}
refusal-original-stays = { $language ->
    [es] { $reference } was written in Spanish, so its Spanish text stays. Correct it, or use “withdraw { $reference }”.
   *[other] { $reference } was written in English, so its English text stays. Correct it, or use “withdraw { $reference }”.
}
refusal-language-of-no-group = { $language ->
    [es] Spanish is not one of the group’s languages.
   *[other] English is not one of the group’s languages.
}

problem-field-unknown = “{ $word }” is nothing that can be corrected. Before the text there may be theme:, severity:, countries:, drivers:, priority, quarter:, due:, or a language such as es:. Who does it is set with `assign`, the status with `move`.
problem-language-of-no-group = “{ $word }” names a language that is not one of the group’s, so nothing was changed. A version begins with en: or es:.
problem-languages-several = There is another language within the text, “{ $word }”. Nothing was changed: send each version in a message of its own.
problem-severity-unknown = “{ $word }” is not a severity: low, medium or high.
problem-priority-unknown = I cannot read “{ $word }” as a priority. For example: priority:yes, priority:no.

position-text-changed = The text of { $reference } has been edited since this button appeared, so nothing was recorded. This is the text now; what do you hold of it?

edit-nothing = { $reference } says that already. Nothing was changed.
edit-stale = { $reference } has changed since this was opened, so your correction was not made. It says now:
edit-stale-kept = What you entered still stands below. Look it over, and save it again if it is to count.
edit-which = { $reference } was written in { $original }, and this seems to be { $spoken }. What should it be?
edit-which-long = The text is too long for a button. Send it again with its language in front: `{ $line }`. Here it is, so that it is not lost:
edit-original = The { $language } original
edit-version = The { $language } version
edit-present = { $reference } says this. Copy a line, correct it and send it:
edit-missing = There is no { $language } version yet. To add one: `{ $line }`
edit-fields = Before the text there can be: { $keys }.
edit-uncounted = { $count ->
    [one] { $count } position was taken on the text before and no longer counts.
   *[other] { $count } positions were taken on the text before and no longer count.
}
edit-reviewed = { $reference } was agreed on the text before, so it is under review again.
edit-left = The { $language } version stays as it was. If it says something else now: `{ $line }`

button-history = History
button-older = Older
button-newest = Newest

history-of = History · { $what }
history-empty = Nothing has happened here yet.
history-former = Before:

undone-edit = correction taken back ({ $what })

verb-edit = edit
    .help = Correct an item: its text, a version in another language, its theme
    .usage = edit R-2 es: Publicar un mapa nacional de estaciones de carga
verb-history = history
    .help = All that happened, with who and when: to an item, a theme or the group
    .usage = history R-2

digest-revised = { $count ->
    [one] Corrected
   *[other] { $count } corrected
}
edit-text-or-value = Should { $reference } say “{ $word }”, or did you mean “{ $line }”? Nothing has been changed.
edit-text-or-answers = Should { $reference } say “{ $word }”? The obstacles that a recommendation answers are named when it is proposed. Nothing has been changed.
edit-text-or-kind = Should { $reference } say “{ $word }”? The kind of evidence is said when it is recorded (`kind:`). Nothing has been changed.
edit-as-text = As its text
