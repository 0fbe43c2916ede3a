## What the scribe of a meeting's thread answers, and why a meeting is not undone.

refusal-undo-meeting = The start and the end of { $reference } are not taken back: the channel was told of them. Opened too early? End it with “meeting end”. Ended too early? Add to its minutes with “meeting note { $reference } …”, mark who was there with “meeting here { $reference } @who”, or open another one: its agenda takes along what is open.
refusal-scribed-lines = This message has { $count } marked lines; I record at most { $most } of one message, so I recorded nothing of it as it stands now. Split it into several messages.
