"""English for leaving, clearly or perhaps."""

DEMANDS = """
how many times ~5 tell|say|ask|told|said ~3 stop|quit|remove|unsubscribe
stop at once
can|may|could i ~1 unsubscribe|optout ~1 please|pls|from
hope you stop|quit SEND
how many times|often ~5 stop|remove|unsubscribe
did i not say ~2 stop
if you wont|cant stop|remove|unsubscribe
if you ~1 could|would|can ~1 stop|quit SEND|TEXTS|THESE
if you ~1 could|would|can please? stop|quit $
if you stopped SEND
how about you stop|quit
if you|u dont stop|quit|unsubscribe|remove
why cant|wont|dont you|u please|just? stop|quit SEND|TEXTS|THESE
why cant|wont|dont you|u please|just? stop|quit $
when will|are|do|r you|u ~2 stop|quit SEND
you|u|they|yall wont stop|quit SEND
"""

LEAVES = """
can|could|would|will you|u|someone|somebody|yall ~3 LEAVE
can i be|get LEAVE
CEASE receiving|getting|seeing ~2 TEXTS|THESE
NEVER continue|resume|proceed to|with? SEND
please ~1 stop ~1 me|us
cross|kick|boot|strike|scratch|bump me|us|my ~1 off|from
exclude|disenroll me|us|my
withdraw|disconnect me $
withdraw|disconnect me ~1 from
turn|switch|shut these|the|your|my? TEXTS|these|this off
turn|switch off ~1 TEXTS|these
THESE|TEXTS needs|need|has|have|must|should|gotta to? ~1 stop $
NEVER ~1 be BOTHERED
NEVER WISH to ~1 be ~3 LIST
NEVER WISH to ~1 be ~1 part ~1 of ~1 this|these|your
NEVER WISH to ~1 participate|subscribe|subscribed
NEVER WISH to ~1 be ~1 subscribed|enrolled|registered
NEVER WISH my NUMBER
nolonger ~1 interested|intrested
NEVER|not ~1 interested anymore
stop using|reaching|nagging|chasing|selling ~2 NUMBER|me|out|us
wipe|clear|discard my|this ~1 NUMBER
^ CEASE ~2 THESE $
request|insist|ask ~2 CEASE
make|want|need ~1 THESE ~1 stop $
said|say|told|tell|asked|asking|beg|begging|want|like|need|wish|wanna|demand|gotta|must ~2 CEASE $
can|could|will|would you|u|yall|ya please? CEASE $
CEASE with ~2 TEXTS|THESE
^ please ~1 remove|cancel|end|quit|delete|exit $
please ~1 stop $
want|like|wanna to stop|quit|end|cancel $
^ cancel|end|quit|terminate|delete|remove these|this|those $
^ cancel|end everything|all|service $
cancel|stop|discontinue|terminate ~1 service
end these|the|all|your|my? TEXTS
NEVER to? ever? even? be? WRITE ~2 me|us|here|this|anymore|again|ever|number
NEVER to? ever? WRITE my ~1 NUMBER
NEVER please|pls|just|fucking|freaking|ever WRITE me|us|anymore|again
NEVER call ~2 again|anymore|ever
NEVER call ~1 or|and|nor ~1 WRITE
NEVER WRITE or|and|nor call
dont|not need to? WRITE|send ~ anymore|TEXTS
^ NEVER ever? WRITE $
NEVER ever? send ~ TEXTS|anything|nothing|shit|crap
NEVER ever? send me? ~1 MORE $
NEVER ever? send me? anymore|more|further
NEVER ever? send me? THESE? $
NEVER keep SEND
NEVER WISH DET? DET? DET? ~1 TEXTS
NEVER want|wanna ~1 THESE anymore|again
nolonger WISH ~1 THESE
NEVER want these|them $
NEVER use my|this NUMBER
put|add me|us ~3 dont WRITE|call
dont WRITE|call list
right to ~1 erasure|object|forgotten
object ~ TEXTS|marketing
like|want|prefer|wish to? not ~1 receive|hear
like|want|prefer|wish to? not ~1 get ~2 TEXTS|these
had|have enough of ~1 TEXTS
leave|keep me off
forget my number
blacklist|unlist me
NEVER WISH to? receive ~ TEXTS|THESE|MORE
NEVER WISH to? get|see|have ~2 TEXTS
NEVER WISH to? get|see these|this|it ~1 anymore|again|from
NEVER WISH to be ~1 BOTHERED
NEVER WISH to? hear ~ from
NEVER WISH you|u|yall to? ~1 SEND
wouldnt|not like to? ~1 receive|hear ~2 TEXTS|these|from|anymore
rather|prefer ~1 not ~1 receive|hear
rather|prefer ~1 not ~1 get|have|see ~2 TEXTS|these
rather|prefer ~1 not ~1 be BOTHERED
rather|prefer|like you ~1 dont|didnt|not|stopped ~1 SEND|WRITE
make sure ~2 dont|not|never|stop ~1 receive|get ~2 TEXTS|these|anymore
make sure ~2 dont|not|never|stop ~1 SEND
no more DET? ~2 TEXTS|these|this|those|that
no DET? TEXTS please|anymore|again|ever|ok
no need ~1 WRITE|SEND ~ anymore|TEXTS
REMOVE me|us|myself
lose my|this|our number
take|get|pull|move|keep me|us|myself off
take|get|pull|move|drop me|us|myself|my from|off ~2 LIST
take|get|pull|keep|let me|us out of ~2 LIST|TEXTS
take|get|let me|us out of these|this $
take|get|let me|us out $
take|get|pull|keep my|this|our ~1 NUMBER ~1 off|out|from
take ~1 off ~2 list
want|like|wish|need|asked|ask|i to? be|get removed|deleted|unsubscribed
be|get|being|me taken off
me removed|unsubscribed|deleted
removed ~2 LIST
like|want|have|need|please ~1 my|this ~1 number|info|details|data ~2 removed|deleted|erased|unsubscribed
my|this ~1 number needs|should|must|has ~2 removed|deleted
my|this number should|must ~1 be ~1 removed|deleted
refrain|refraining from ~1 SEND
would|id appreciate|like|prefer|rather not ~1 getting|receiving|get|receive ~2 TEXTS|these|anymore
cut|knock|quit it out|off ~2 TEXTS|SEND
^ off ~2 list
NEVER|not interested in ~1 receiving|getting|these|your ~1 TEXTS|these|this|them
^ end ~1 SUBSCRIPTION
how about you stop|quit SEND
want|wanna out|off $
let|get me out|off $
want|wanna off|out of|this|your|the|these
opt|opting|opted ~2 out
want|wish|like to leave|exit ~1 LIST
leave|exit|leaving this|the|your LIST
NEVER ~1 give|have ~2 CONSENT
NEVER ~1 consent
NEVER ~1 authorize|authorise|permit|allow ~2 SEND|WRITE|you|TEXTS
not authorized|authorised|allowed|permitted to? ~1 WRITE|SEND
leave my|this|our ~1 NUMBER alone
NEVER include|involve me|my|us
leave|keep me|us out of ~1 TEXTS|this|these|LIST
^ no more $
REMOVE ~1 from ~2 service
unlist me
leave me|us alone ~2 TEXTS
^ enough of|with ~1 TEXTS|THESE
^ enough TEXTS
sign me out|off
"""

DOUBTS = """
doesnt|dont|nolonger ~1 live|work here|there
^ im done
NEVER call
NEVER WISH any $
never ~1 gave|given|gives ~2 consent|permission
unwelcome
leave me|us|her|him|my ~1 alone
NEVER|no|not|isnt|aint|0|zero ~2 interested|intrested|interestd|interest
no|nah|nope ~1 thanks|thank|thx|ty
^ no|nope|nah|pass $
wrong ~1 number|person|guy
too many|much TEXTS
too often|many $
why ~ getting|get|receiving|texting|sending|messaging|spamming|contacting|bothering|receive|text|message
who is|are this|you|that|u
whos|who this|dis
never|didnt|dont ~2 signed|sign|subscribe|subscribed|asked|ask|registered|agree|agreed|consented
spam|spammer|spammers|spamming|scam|scammer|scammers|harassment|harassing|phishing|fraud|junk
report|reporting|reported|blocking|blocked|sue|lawyer|attorney|fcc|tcpa|police|ftc
fuck|piss|bugger|sod|buzz|back off|you|u
go away|fuck
^ get lost $
dont know you|who
annoying|annoyed|bothering|harass|nuisance|unwanted|unsolicited
^ enough
you|u text|message|send ~ much|often
tired|sick|fed|done ~2 TEXTS|THESE|you
NEVER WISH THESE
NEVER WISH $
not for me
im|count me? out
^ off|out|fine|leave|dnd|block $
i ~1 leaving
opt|optout
shut up
dont disturb
disliked
nolonger need|customer|live
"""

REQUESTS = """
can|could|would|will|wont|cant you|u|ya|yall|someone|somebody|anybody|anyone
can|may|could i|we ~1 be|get|have
can|may|could i|we ~ please|pls
why dont|cant|wont you|u
^ NEVER
^ take|get|leave
mind
"""
