"""English that speaks of something else, or of staying, or asks about leaving."""

KEEPS = """
which|what|nearest|closest|quick|short|our|my|final|only|any|every|at ~1 stop
year|month|week|season|quarter|day|book|dead end
are|is|there|have|got|any ~2 no ~1 more|TEXTS
going|gonna to? stop ~1 TEXTS
ORDER ~3 taken|removed|cancelled|off
year end
hate|love|sad|sorry|shame for|if|when|to ~2 stop
if|when|hope you|they|u ~1 stop
dont|never|not want|wish|need these|this|them|it|you|the|your ~1 to ~1 stop|end|quit
dont|never|not lose|forget|miss my|this|your
dont|never|not want ~2 be unsubscribed|removed|deleted
nobody|noone|everyone|people ~2 unsubscribe
dont|never|not call ~2 text|txt|message|sms
dont|never|no need send ~2 ORDER
no need to? send|reply|text back|the|it
dont|never text and
at|by|until|till|in|to|the ~1 end
nolonger|dont|not ~1 receive|receiving|get|getting your|any|the TEXTS
im not getting|receiving
take|get me|us out for|to|of work|of bed
stop press|motion
cut|take ~2 percent|bill|price
unsubscribed from ~1 email|emails|netflix|facebook
bus|tram|train|taxi|metro|subway|pit|non|full|short|door|back|truck|rest|first|next|last|one stop|stops
stop by|at|over|sign|light|watch|motion|loss|shop|outside|working|near|there|here|off|laughing|smoking|in
stop on my|the|way|your
stop for a|lunch|dinner|food|coffee|some
stop worrying|joking|kidding|lying|eating|drinking|crying|craving|thinking|raining|snowing
dont|never|cant|wont|couldnt|wouldnt|didnt|not|doesnt ever? even? stop|quit|cease
does|do|did|will|train|bus ~2 stop $
i|we|ill|well|can|could stop and|to|in|by|for
the|a|your stop $
didnt|never|not|dont ~1 say|said|mean|meant|text|write|ask|reply ~2 stop
cancel|cancelling|canceling|remove|delete|end|quit|stop|off ~ ORDER
dont|never|not|didnt|no ~1 unsubscribe|unsub|unsubscribed|optout|opting
dont|never|not want ~ unsubscribe|optout|opt|removed
dont|never|not|didnt ever? remove|delete|erase|drop|take me|my|us|this ~1 off?
dont|never|not cancel|end ~2 SUBSCRIPTION|TEXTS
dont|never|not want|wanna|wish to ~1 miss|lose|forget|delete
dont|not|never forget|hesitate|mind|worry to? WRITE|send
didnt|havent|never|hasnt|cant|couldnt|wont ~1 get|got|receive|received|see|open ~2 TEXTS
got|get|getting|received|have|had|see no TEXTS
no TEXTS yet|came|come|arrived|received|here|so
you|u|they dont|never|didnt WRITE me? enough|back
you|u|they|i|we never WRITE
i|we dont WRITE
did|do|does|have|why ~2 not WRITE
dont call ~2 text|txt|message
dont need to
take me|my|us off? the? waiting|wait|guest list
waiting|wait|guest|price|wish|shopping|grocery|allergen|allergens|wine|drinks list
reply|text|txt|send stop|end to|for ~1 end|optout|unsubscribe|cancel|stop|quit
number of
"""

ASKS = """
friend|sister|brother|wife|husband|mom|mum|colleague texted|sent|replied|wrote|typed ~1 stop
did|why|have|has|do|does|are you|they|we|i ~1 stop|stopping
did|have you stop|stopped ~1 SEND
why did ~2 stop
does|is|would|will|can stop ~2 cancel|end|work|mean|do|delete|stop
what does|happens|if ~3 stop
should i ~2 stop|unsubscribe
dont|not text ~2 call
dont|never|not WRITE ~1 wife|husband|mother|mom|boss|daughter|son
how ~ stop ~ SEND|TEXTS|THESE
how ~ cancel|end|quit ~ TEXTS|SUBSCRIPTION
how ~ get|be|take|come ~ off
how ~ opt ~1 out
how|where did|do you ~1 get|have|got|find|obtain ~1 number|info|contact|details|me ~1 from?
when ~2 stop|end
if|when|should|do|does|did|must|have ~2 reply|text|say|send|type|write|answer|put ~1 stop
can i unsubscribe|optout|unsub
is|was|did|am|are|what|does ~2 unsubscribe|unsub|optout|unsubscribed|unsubscribing
if|when i ~1 unsubscribe|unsub|optout
was|got|been unsubscribed|removed
why did|have|am|was i|we ~1 stop|stopped
stop ~2 mistake|accident|accidentally|accidently
mistake|accident|accidentally ~ stop|unsubscribed
NEVER ever? WRITE ~1 me|this? ~1 before|after|while|until|tonight|late|early|during|past|at|on
"""
