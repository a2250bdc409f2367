"""English that speaks of something else, or of staying, or asks about leaving."""

KEEPS = """
nothing|nothings ~3 stop
stop is|was
they|it|these|that|if dont|doesnt|not|nolonger bother|bug|disturb|text|message|contact
it|that doesnt|dont bother|bug
make time stop
from|of stop
he|she|they|you|who opted ~1 out of
can|could|may|i opt out of ~1 ORDER|class|finals|test|dessert
wont|wouldnt|havent|isnt|cant|couldnt ~1 unsubscribe|unsub|optout
not going|gonna|planning to? ~1 unsubscribe|leave|stop|quit
no reason to unsubscribe|leave
^ you|u|yall dont WRITE
come you|u dont|never WRITE
you|u|they|i|we|yall dont|never|didnt ~1 send|give
nothing can stop
phone|app|car|laptop quit ~1 me
dont|never|not WISH to ~1 stop|quit|end|leave|cancel|unsubscribe ~1 SEND?
dont|never|not WISH to ~1 be removed|deleted|unsubscribed|taken off?
no need ~1 unsubscribe|remove
dont|never|not opt|opting me|us? out
dont|never|not want|need a text|message|sms|reminder|call
which|what|nearest|closest|quick|short|our|my|final|only|any|every ~0 stop
at|closest|nearest which|what|the|your|bus? stop
year|month|week|season|quarter|day|book|dead end
are|is there ~1 no ~1 more
do|have you ~1 have? no ~1 more
going|gonna to? stop ~1 TEXTS
ORDER ~3 taken|removed|cancelled|off
year end
hate for ~2 stop
sad|shame if|when ~2 stop
if|when you|they|u ~1 stop
dont|never|not want|wish|need these|this|them|it|you|the|your ~1 to ~1 stop|end|quit
dont|never|not lose|forget|miss my|this|your
dont|never|not want ~2 be unsubscribed|removed|deleted
nobody|noone|everyone|people ~2 unsubscribe
dont|never|no need send ~2 ORDER
no need to? send|reply|text back|the|it
dont|never text and
at|by|until|till|in|to|the ~1 end
nolonger|dont|not ~1 receive|receiving|get|getting your|any|the TEXTS
im not getting|receiving
take|get me|us out for|to
out of work|bed|town
stop press|motion
cut|take ~2 percent|bill|price
unsubscribed from ~1 email|emails|netflix|facebook
bus|tram|train|taxi|metro|subway|pit|non|full|short|door|back|truck|rest|first|next|last|one stop|stops
stop by|at|over|sign|light|watch|motion|loss|shop|outside|working|near|there|here|off|laughing|smoking|in
stop on my|the|way|your
stop for a|lunch|dinner|food|coffee|some
stop worrying|joking|kidding|lying|eating|drinking|crying|craving|thinking|raining|snowing|making|teasing|tempting|playing|whining|complaining|being|looking|acting|dreaming|wasting|hating|smoking|drop
dont|never|cant|wont|couldnt|wouldnt|didnt|not|doesnt ever? even? stop|quit|cease
does|do|did|will it|the|he|she|they|bus|buses|train|trains|rain|i|we|tram ~1 stop $
train|bus|tram stop
i|we|ill|well|can|could stop and|to|in|by|for
stop and|n go|shop|eat|grab|get|smell|say
to stop|unsubscribe|cancel|end|optout ~3 reply|text|send|txt ~1 stop|end|no
the|a|your stop $
didnt|never|dont ~1 say|said|mean|meant to? ~1 stop
cancel|cancelling|canceling|end ~2 ORDER
end|quit|stop my|the|our|this|your? ORDER
remove|delete my|the|our|a|one|this|second|last? ~1 ORDER
remove|delete|take|off ~1 from|off the|my|our|this|that|saturdays ~1 ORDER
dont|never|not|didnt ever? unsubscribe|unsub|unsubscribing|unsubscribed|optout|opting
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
dont call me? ,? just? text|txt|message|sms
dont call me? , ~1 text|txt|message|sms
i|we dont need to
take me|my|us off? the? waiting|wait|guest list
waiting|wait|guest|price|wish|shopping|grocery|allergen|allergens|wine|drinks list
reply|text|txt|send stop|end to|for ~1 end|optout|unsubscribe|cancel|stop|quit
number of
"""

ASKS = """
did|does|has|was|were ~2 unsubscribe|unsubscribed|unsub|optout
is there ~2 unsubscribe|optout
stop means|mean
will you ~1 stop doing|the|having|selling|serving
friend|sister|brother|wife|husband|mom|mum|colleague texted|sent|replied|wrote|typed ~1 stop
did|why|do|does|are you|they|we ~1 stop|stopping
did i ~1 stop
TEXTS|you|they|it wont|never|dont|didnt|doesnt stop|quit
did|have you stop|stopped ~1 SEND
why did ~2 stop
does|is|would|will|can stop ~2 cancel|end|work|mean|do|delete|stop
what does|happens|if ~3 stop
should i ~2 stop|unsubscribe
dont text me? , ~1 call|email
dont|never|not WRITE ~1 wife|husband|mother|mom|boss|daughter|son
how ~ stop ~ SEND|TEXTS|THESE
how ~ cancel|end|quit ~ TEXTS|SUBSCRIPTION
how ~ get|be|take|come ~ off
how ~ opt ~1 out
how|where did|do you ~1 get|have|got|find|obtain ~1 number|info|contact|details|me ~1 from?
when ~2 stop|end
if|when|should|do|does|did|must|have ~2 reply|text|say|send|type|write|answer|put ~1 stop
can i unsubscribe|optout|unsub
did|am|was i ~1 unsubscribe|unsub|optout|unsubscribed
what ~2 unsubscribe mean|do
where|is ~1 unsubscribe|optout link|button|page
unsubscribe|optout link|button|page|policy|form|option
if|when i ~1 unsubscribe|unsub|optout
was|got|been unsubscribed|removed
why did|have|am|was i|we ~1 stop|stopped
stop ~2 accident|mistake|accidentally
didnt|never|havent text|texted|reply|replied|send|sent|write|type|typed|say|said|mean|meant ~1 to? ~1 stop
mistake|accident|accidentally i? sent|texted|replied|typed|wrote|hit|pressed stop
accidentally unsubscribed
unsubscribed ~1 by accident|mistake
sent|texted|replied|typed|wrote|hit ~1 stop ~1 mistake|accident
NEVER ever? WRITE ~1 me|this? ~1 before|after|while|until|tonight|late|early|during|past
NEVER ever? WRITE ~1 me? at night|work|school
NEVER call ~1 me? ~1 before|after|while|until|tonight|at
"""
