## Founding a group, and binding a channel to it

setup-title = Set up
setup-choose-intro = Which group does this channel belong to?
setup-new-group = A new group
setup-bind-intro = The channel will belong to *{ $group }*. What is recorded here gets the theme you choose.
setup-found-intro = A working group with its themes, countries and sectors. You become its chair and can change all of this later.
setup-found-you = *You in the group*
setup-founded = *{ $group }* is ready, and you chair it. Run “setup” in each of its channels to connect them.
setup-founded-kept = *{ $group }* is ready, and you chair it. This channel still belongs to *{ $holder }*. To move it, a chair of both groups runs “setup” here again and chooses *{ $group }*.
setup-founded-elsewhere = *{ $group }* is ready, and you chair it. This channel still belongs to another group. To move it, a chair of both groups runs “setup” here again and chooses *{ $group }*.
setup-digests-stopped = { $count ->
    [one] The digest that the earlier group had here has ended.
   *[other] The { $count } digests that the earlier group had here have ended.
}
setup-bound = This channel belongs to *{ $group }* now ({ $theme }).
setup-invite = Invite the bot here if it is to post digests.
setup-told = This channel belongs to the group { $group } now (theme: { $theme }). What is recorded here is kept there.
    .theme = The theme of this channel is now: { $theme } (before: { $former }).
setup-steer-intro = *The whole group*
setup-phase = The group is in the phase *{ $phase }*.
setup-rule = To agree a recommendation: { $rule }.

button-found = Create

field-group = Group
field-theme = Theme of this channel
field-phase = Phase
field-rule = What a recommendation needs to be agreed
field-name-en = Name in English
field-name-es = Name in Spanish
field-name-either = One of the two names is enough
field-name-needed = Please give one of the two names.
field-themes = Themes
field-themes-hint = One a line: English name | Spanish name
field-countries = Countries
field-countries-hint = For example: Mexico, United States
field-sectors = Sectors
field-languages = Languages
field-zone = Time zone
field-zone-hint = A city or an IANA name, for example: Mexico City, or America/Mexico_City

phase-diagnosis = Diagnosis
phase-recommendations = Recommendations
phase-implementation = Implementation

driver-import-dependence = Less dependence on imports
driver-jobs = Growth and jobs
driver-environment = Environment
driver-resilience = Supply-chain resilience
driver-public-support = Government support
driver-partnerships = Partnerships and investment
driver-demand = Consumer demand
driver-charging = Charging and battery infrastructure
driver-competitiveness = Competitiveness
