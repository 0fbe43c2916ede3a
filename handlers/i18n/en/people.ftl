## Joining, and the language of one's answers

join-title = Join the group
join-intro = You are joining *{ $group }*. What you say here shows which voices of each country and sector have been heard.
join-done = Welcome to *{ $group }*. You take part on behalf of { $organisation } ({ $sector }, { $country }).

language-present = I answer you in { $language }. Which language would you like?
language-chosen = From now on I answer you in English.
language-name-en = English
language-name-es = Español

zone-chosen = From now on I tell you times of { $zone }. It is { $now } there.
zone-as-in-slack = From now on I tell you times as Slack does ({ $zone }). It is { $now } there.

field-organisation = Organisation
field-sector = Sector
field-country = Country
field-needed = Please fill this in.
