## What says much the same already, before a recommendation is recorded

similar-found = { $count ->
    [one] This one is open already and says much the same. Nothing was recorded yet.
   *[other] These { $count } are open already and say much the same. Nothing was recorded yet.
}
similar-yours = Your text:
button-support-instead = Support { $reference } instead
button-anyway = Record it anyway

refusal-draft-gone = This text is not kept here any more: it was recorded, or it is older than a week. Type it again.
