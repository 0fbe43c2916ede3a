## What an item is linked with: the heading on its card, and a link in its history. LINKS-KIND-OTHER kinds.

links-recommendation-obstacle = Obstacles it answers
links-obstacle-recommendation = Recommendations that answer it
links-obstacle-evidence = Evidence
links-recommendation-evidence = Evidence
links-evidence-obstacle = Obstacles it supports
links-evidence-recommendation = Recommendations it supports

button-all-linked = All { $count }

linked-recommendation = answers { $after }
    .gone = no longer answers { $before }
    .instead = answers { $after } instead of { $before }
linked-evidence = supports { $after }
    .gone = no longer supports { $before }
    .instead = supports { $after } instead of { $before }
