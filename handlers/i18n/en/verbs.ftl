## Each verb: its name, what it does in one line, and an example without the command's name.

verb-help = help
    .help = What you can do here
    .usage = help note
verb-setup = setup
    .help = Create a group, connect this channel to one, set its phase and rule of agreement
    .usage = setup
verb-join = join
    .help = Join the group with your sector, country and organisation
    .usage = join
verb-note = note
    .help = Record what was said
    .usage = note The grid operator will share its load data in June
verb-decision = decision
    .help = Record what was decided
    .usage = decision The census of charging stations comes first
verb-opportunity = opportunity
    .help = Record an opportunity
    .usage = opportunity Two universities offer their battery laboratories
verb-obstacle = obstacle
    .help = Record what stands in the way
    .usage = obstacle No official map says where the charging stations are
verb-recommend = recommend
    .help = Propose a recommendation and say which obstacles it answers
    .usage = recommend Publish a national map of charging stations for O-3,O-4
verb-action = action
    .help = Give somebody a task with a date; without one it is due in a week
    .usage = action @who Send the load data to the universities due friday
verb-move = move
    .help = Change the status or progress of an item, with the reason
    .usage = move R-2 in progress 40% because the tender is out
verb-done = done
    .help = Finish an action, a recommendation or an obstacle
    .usage = done A-7
verb-assign = assign
    .help = Give a recommendation or an action an owner and a date
    .usage = assign R-2 @who due 2027-Q1
verb-withdraw = withdraw
    .help = Take back an item of yours, whenever it was recorded
    .usage = withdraw N-3
verb-support = support
    .help = Support a recommendation, with a comment if you like
    .usage = support R-2 Our plants need it
verb-reserve = reserve
    .help = Have a reservation about a recommendation
    .usage = reserve R-2 Only if small suppliers are included
verb-object = object
    .help = Object to a recommendation
    .usage = object R-2 The costs are not known
verb-abstain = abstain
    .help = Abstain from a position on a recommendation
    .usage = abstain R-2
verb-undo = undo
    .help = Take back your last change, or your last one to an item
    .usage = undo N-12
verb-show = show
    .help = Show one item whole, with its history and links
    .usage = show R-2
verb-status = status
    .help = Where a theme, or everything, stands
    .usage = status infrastructure
verb-list = list
    .help = List what is recorded, with filters
    .usage = list recommendations theme:infrastructure status:agreed
    .more =
        With a value: `kind:` `theme:` `status:` `owner:` `by:` `sector:` `country:` `quarter:` `due:` `driver:` `since:` `until:` `meeting:`
        Alone: `mine` `overdue` `priority` `unanswered` `unowned` `undated` `unvoiced` `stalled` `untranslated`
        In order: `sort:newest` `sort:oldest` `sort:due` `sort:status` `sort:priority` `sort:theme`
verb-find = find
    .help = Search everything recorded, in both languages; accents are optional
    .usage = find charg* "official map" kind:obstacle
verb-gaps = gaps
    .help = What is missing: answers, owners, dates, voices, translations
    .usage = gaps infrastructure
verb-mine = mine
    .help = What waits for you: actions, positions, recommendations, obstacles
    .usage = mine
verb-roadmap = roadmap
    .help = The plan by quarter and theme
    .usage = roadmap infrastructure
verb-language = language
    .help = Choose the language of your answers, or the zone of their times
    .usage = language english
verb-digest = digest
    .help = Schedule a digest by week or month, edit it, pause it or stop it
    .usage = digest weekly mon 09:00 Mexico City
    .more =
        How often: `mon,thu 09:00` `every 2 weeks fri 10:00` `monthly 1 09:00` `monthly last day 17:00` `first monday 09:00`
        What of: `theme:` `sector:` `country:` `mine` `everything` `skip-quiet`, and `sector:none` takes one away; in which language: `lang:en` `lang:es` `lang:both`
        With one that is there: `list` `preview` `now` `edit D-1 10:00` `skip` `unskip` `pause` `resume` `stop`; what became of the latest: `log`
        A channel’s is set by chairs, and by leads for their themes. In a direct message with me every member who records has their own, of what concerns them: `digest mon 09:00`
