"""English words."""

STOP = """stop, stop all, stopall, end, quit, cancel, unsubscribe, revoke, optout, remove, arret, td, unsub, opt me out,
remove me, remove number, remove my number, delete, delete me, erase, exit, halt, cease, desist, no more, stop
texts, end all, end now, cancel all, quit it, cancel me, unfollow, unsubscribe me, discontinue, terminate,
leave list, deactivate, deregister, unregister, unenroll, stop sms, stop msg, dont text, no texts, no texting,
take me off, stop promo, no stop, cease and desist, unsubscribed, stopit, no mas, end this, cancel this, remove this, quit this, no mas, stop me, unsubscribe all, delete all, remove all, stop all texts, stop texting, op out, opt ou, opt outt, otp out, pls stop, stop txt, text stop, reply stop, send stop, txt stop"""
SLIPS = """stahp stawp stpo sotp tsop tosp stopp sttop sstop stoop stp stpp sotpp stip stpop stoip stiop stopo stope stops stopped
stoped stopping dtop atop xtop zstop stoo stopt syop sgop styop storp sotop edn qiut quti quitt qit cancle
remvoe endd cancell srop sfop sdtop stopl stoppe unscribe"""
FIRM = """stop stopall unsubscribe unsub optout stpo sotp tsop stopp sttop sstop quit halt desist unsubscribed stopit
revoke stpp stpop"""
HELP = "help, info, help me, information, hlep, hepl, halp, more info, helpp, need help, i need help, support"
START = "start, unstop, restart, resubscribe, opt in, optin, resume, subscribe, subscribe me, opt me in, start again"
YES = "yes, y, yeah, yep, yup, yes i do, yess, ya, yea, i agree, agreed, confirm, i confirm"
FILLER = """please, pls, plz, plse, pleas, pretty please, thanks, thank you, thank u, thx, tks, ty, tyvm, many
thanks, thanks a lot, thank you very much, hi, hi there, hello, hey, dear sir, dear madam, sir,
madam, sir or madam, team, guys, now, right now, ok, okay, immediately, asap, at once, right away,
already, kindly, sorry, just, yes, dude, bro, man, lol, regards, kind regards, best regards,
sincerely, cheers, promptly, once again, again, ffs, wtf, omg, god, goddamn, fucking, jesus, u, you,
yo, forever, this, me, sms, signofleaving"""
SETS = {
    "MISTYPED": """cancel remove quitting unsubscribe""",
    "TO": """to for and""",
    "REPLY": """reply text txt send respond answer msg""",
    "MEANT": """meant mean press""",
    "PLEASE": "please pls plz plse kindly just simply pleas",
    "CEASE": """stop quit cease discontinue halt desist stpo sotp tsop stopp sttop stp stahp stawp""",
    "SEND": """send sending sendin sends text texting textin texing txting txt message messaging messagin msging
        msg contacting contact writing spamming bothering harassing pestering bugging bombarding calling call
        pinging disturbing annoying blowing soliciting forwarding delivering emailing mailing notifying receiving
        communicating sms smsing hounding hitting trying pushing advertising marketing txtng txtin txtn msgin msgng msgn sndng sending""",
    "TEXTS": """texts text txts txt textes messages message msgs msg mesages messges messeges sms smses mms
        notifications notification alerts alert marketing spam spams newsletter newsletters advertising adverts
        ads advertisements solicitations communications communication correspondence updates mailings
        promotions promos promotional offers deals coupons texting messaging reminders blasts txting contact
        spamming""",
    "THESE": "these this it them those that anything stuff crap shit bs nonsense garbage junk bullshit things",
    "DET": """any your ur youre these those this that the more further such of all anymore getting get to receive
        receiving no unwanted for from single other another future additional""",
    "MORE": """more anymore again ever further nomore longer mo nomo""",
    "NEVER": "dont never not dnt donot doont don nt nolonger nevr",
    "WISH": "want wanna wan wants wish need desire prefer wanting request asked ask",
    "WRITE": "text txt message msg contact write spam bother harass disturb pester bug solicit texting texted",
    "BOTHERED": "texted contacted messaged bothered contact texts messages called spammed disturbed receiving",
    "HOW": "how where howto",
    "REMOVE": """remove delete erase scrub strike removing deleting scratch unlist purge remvoe exclude rmv rmove dlt rmve""",
    "NUMBER": "number phone contact details info data cell mobile num contacts information phonenumber nr",
    "LIST": """list lists database db distribution mailing system directory records roster subscribers mailings
        contacts subscription program programme marketing campaign group""",
    "LEAVE": """unsubscribe unsub unsubscribing unsubscribed desubscribe optout unsubs unscribe unsuscribe unenroll
        unregister deregister unsubscription""",
    "WITHDRAW": "revoke withdraw rescind retract revoking withdrawing remove withdrawn revoked deny refuse",
    "CONSENT": "consent permission authorization authorisation agreement approval authorize consented",
    "CANCEL": "cancel terminate disable deactivate cancelling canceling suspend",
    "SUBSCRIPTION": "subscription subscriptions enrollment enrolment signup registration sub subs membership",
    "ORDER": """order orders booking bookings reservation reservations appointment appointments table delivery
        item items pickup meeting class visit lunch dinner onion onions dish product pizza cheese card netflix gym contract dessert sauce pizza tip olives fries receipt pickup trial shift invoice address code cutlery menu wife delivery plan policy tonight tomorrow charge cheese table tables dessert bread cutlery bag""",
}
