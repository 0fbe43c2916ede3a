## Forms: a title for each (24 characters at most), what is asked, and what stands in an empty search

form-note = New note
form-decision = New decision
form-opportunity = New opportunity
form-obstacle = New obstacle
form-recommendation = New recommendation
form-action = New action
form-position = Your position
form-move = Change the status
form-done = Mark as done
form-withdraw = Take back
form-assign = Owner and date
form-record = New record

record-cut = The message has { $length } characters, and a record takes { $limit }: its end is missing below.

button-record = Record
button-withdraw = Take back
button-edit = Edit
button-form = Edit in the form
button-open-form = Open the form
button-move-form = Other status…
button-new-record = New record

card-source = the message it was recorded from

field-text = Text
field-record-theme = Theme
field-text-language = Language of the text
field-text-language-hint = Empty: the language it is written in
field-severity = Severity
field-answers = Obstacles it answers
field-owner = Owner
field-due = Due
field-recommendation = Recommendation
field-stance = Position
field-comment = Comment
field-item = Which one
field-status = New status
field-progress = Progress in percent
field-successor = Superseded by
field-merged = Merged into
field-reason = Reason
field-remark = Remark
field-kind = What it is
field-wrong = This does not fit here.

search-for-themes = Theme
search-for-members = Name or organisation
search-for-obstacles = Number or words of an obstacle
search-for-recommendations = Number or words of a recommendation
search-for-moving = Number or words
search-for-finishing = Number or words
search-for-assignable = Number or words
search-for-items = Number or words

form-by-button = This needs a form, and only a button or a command can open one.

home-mine = What waits for you
home-meetings = Coming meetings
button-mine = Mine
button-language = Language

form-evidence = New evidence
form-meeting = New meeting
form-edit = Edit
form-digest = Digest
field-title = Title
field-address = Link
field-sort = What it leads to
field-supports = Obstacles and recommendations it supports
field-meeting = Title and what to speak about
field-day = Day
field-time = Time
field-time-hint = In the time zone of the group
    .own = In the time zone of the meeting: { $city }
field-mode = How people take part
field-place = Place
field-link = Link to take part
field-version-en = Version in English
field-version-es = Version in Spanish
field-drivers = Why it matters
field-priority = Priority
field-priority-yes = Comes first
field-days = Days
field-digest-themes = Themes
field-digest-themes-hint = None: everything in the group
field-quiet = Quiet weeks
field-quiet-skip = Skip the digest when nothing happened
search-for-supported = Number or words

search-for-evidence = Number or words of a title
search-for-begun = Number or words of a meeting
form-attach = Evidence for
field-evidence = Evidence
field-way = It is to be
way-attach = attached to them
way-detach = taken from them
form-minutes = Add to minutes
field-minutes = Meeting
field-record-kind = What it is
