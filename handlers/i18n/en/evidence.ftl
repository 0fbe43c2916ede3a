## Evidence: links with a title, for obstacles and recommendations

kind-evidence = evidence
    .plural = evidence
    .counted = { $count ->
        [one] { $count } piece of evidence
       *[other] { $count } pieces of evidence
    }

status-evidence-recorded = recorded
status-evidence-withdrawn = withdrawn

sort-source = source
sort-programme = programme
sort-plant = plant
sort-research-centre = research centre
sort-data = data

verb-evidence = evidence
    .help = Record a link with a title, for obstacles and recommendations
    .usage = evidence https://www.gob.mx/sre Press release on the second phase for R-2,O-1

evidence-for = for { $references }
evidence-there = That address is recorded already: it is *{ $reference }*, recorded by { $name }. Nothing was added.
evidence-longer = To record it all the same, send it again with `again:{ $reference }` at its end.
button-attach = Attach { $reference } to { $references }

attached = now supports { $references }
detached = no longer supports { $references }
attach-nothing = { $reference } was attached to { $references } already. Nothing was changed.
detach-nothing = { $reference } was not attached to { $references }. Nothing was changed.

digest-new-evidence = { $count ->
    [one] New evidence
   *[other] { $count } new pieces of evidence
}

problem-address-missing = There is no web address in it. Begin with one, and the title behind it.
problem-title-missing = What does { $word } show? Write a title behind the address.
problem-sort-unknown = I do not know the kind of evidence “{ $word }”.
problem-sort-ambiguous = “{ $word }” fits several kinds of evidence.
problem-attach-missing = What should { $word } be attached to? For example: for R-2,O-3.

refusal-address-missing = A web address is needed: one that begins with https:// or http://.
refusal-address-not-web = “{ $word }” is no web address. Only what begins with https:// or http:// is recorded.
refusal-address-secret = This address carries a user name or password. Nothing was recorded: remove what stands before the @ and send it again.
refusal-address-too-long = An address has at most { $limit } characters; this one has { $length }. Look for a shorter one of the same page.
refusal-address-unreadable = “{ $word }” cannot be read as a web address that everybody in the group can open.
refusal-attach-full = { $reference } can be attached to { $limit } items at most. What concerns more of them concerns the theme.
refusal-attach-other-kind = { $reference } takes no evidence. Only obstacles and recommendations do.
refusal-attach-withdrawn = { $reference } was withdrawn and takes no evidence. Nothing was recorded.
refusal-evidence-withdrawn = { $reference } was withdrawn and is evidence for nothing any more. Record its address anew with “evidence”.
refusal-undo-address-there = { $by } has the address of { $reference } by now. Nothing was taken back: attach { $by } instead, or withdraw it first.
