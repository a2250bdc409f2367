"""Italian."""

from twofold.messages.replies.wording.language import Language

ITALIAN = Language(
    stop="""basta, ferma, fermare, fermati, fermate, fermatevi, annulla, annullare, cancella, cancellami, cancellare,
        cancellatemi, cancellazione, disiscrivi, disiscrivimi, disiscrivetemi, disiscrizione, disdici, disdire, disdetta,
        rimuovi, rimuovimi, rimuovere, rimuovetemi, smetti, smettete, smettila, smettetela, smettere, termina, revoca,
        revoco, esci, elimina, eliminami, eliminatemi, toglimi, toglietemi, basta sms, basta messaggi, finitela, interrompi,
        interrompere, stoppare, disattiva, disattivare, non scrivetemi, recesso, mai più, niente sms, no sms, annullamento,
        voglio uscire, disiscrivermi, cancellarmi, adesso basta, cancellate""",
    firm="basta disiscrivi disiscrivimi disiscrizione smettila smettetela smettete fermatevi cancellami cancellazione",
    help="aiuto, informazioni, info, assistenza, aiutatemi",
    start="riprendi, riprendere, riattiva, riattivare, ricomincia",
    yes="sì, si, certo sì, si grazie, va bene sì, accetto, confermo",
    filler="""per favore, perfavore, per piacere, per cortesia, grazie, grazie mille, mille grazie, cortesemente,
        ciao, salve, buongiorno, buonasera, subito, ora, adesso, immediatamente, saluti, cordiali
        saluti, sì, si, prego, vi prego, ti prego, gentilmente, una buona volta, ok, tutto, dai""",
    sets={
        "MISTYPED": """cancellami rimuovimi disiscrivimi disiscrizione""",
        "SUBSCRIBED": """iscritt* abbonat*""",
        "ALLOW": """autorizzo""",
        "AND": """né e o ne""",
        "CANYOU": """potete puoi potreste potrebbe può""",
        "OFFERS": """offerte promozion* posti""",
        "CONTINUE": """continuate continuare continui""",
        "TO": """per al""",
        "REPLY": """rispondi rispondere invia inviare scrivi""",
        "USE": """usate utilizzate usare""",
        "ASKED": """chiesto chiedo esigo richiedo""",
        "HAVE": """sono avete""",
        "OBJECT": """oppongo opposizione""",
        "WHEN": """quando ora""",
        "NEED": """servono bisogno serve""",
        "BETTER": """meglio preferisco""",
        "CONTACTED": """contattat* disturbat*""",
        "MANY": """messaggi sms pubblicità spam promozioni offerte""",
        "CALL": """chiamatemi chiamate chiamarmi chiamare chiamarci telefonate telefonatemi""",
        "TYPE": """rispondo rispondere scrivo scrivere mando mandare invio inviare scritto mandato inviato risposto""",
        "MUST": """devo posso bisogna""",
        "MEANT": """volevo intendevo""",
        "ENDED": """smettiate smettete fermiate""",
        "THAT": """che""",
        "GETTING": """ricevo arrivano arriva riceviamo""",
        "PLEASE": "favore prego cortesia gentilmente cortesemente grazie",
        "CEASE": """smettete smetti smettetela smettila smettere smetta smettano fermate fermatevi finitela piantatela
            piantala finiscila cessate cessare interrompete interrompere interrompi finirla smetterla piantarla sospendete""",
        "SEND": """scriver* mandar* inviar* messaggi* spammar* contattar* disturbar* rompere stressar* invio invii chiamar*
            tormentar* tartassar* molestar* bombardar* ricever* spedir* scrivete mandate""",
        "TEXTS": """messagg* sms msg pubblicit* promozion* offerte notific* spam comunicazion* newsletter marketing
            promo mms volantini""",
        "THESE": "questi questo questa queste ciò",
        "NO": "niente nessun nessuno nessuna nessun'altra",
        "NOT": "non mai nn",
        "WANT": "voglio vogliamo vorrei desidero gradisco intendo desideriamo gradirei vuole ",
        "RECEIVE": "ricevere riceverli ricevo riceverne riceverne ",
        "WRITE": """scrivetemi scrivermi scrivere scrivete scriva scriverci scrivi contattatemi contattate contattarmi
            contattare disturbate disturbatemi disturbarmi disturbare messaggiate
            rompete stressate contattateci importunate tormentate spammate disturbi""",
        "GIVE": """mandate mandatemi mandarmi mandare inviate inviatemi inviarmi inviare mandi mandarci manda mandino
            inviateci spedite speditemi invia""",
        "MORE": "più piu altri altro mai ulteriori altre oltre",
        "NOTHING": "niente nulla",
        "ME": "mi me ci",
        "REMOVE": """togliete togliere togli cancellate cancellare cancella rimuovete rimuovi rimuovere eliminate elimina
            eliminare leva levate depennate rimozione cancellazione eliminazione cancellatelo toglietelo rimuovetelo eliminatelo""",
        "TAKEOFF": """toglietemi toglimi togliermi cancellatemi cancellami cancellarmi rimuovetemi rimuovimi rimuovermi
            eliminatemi eliminami eliminarmi levatemi levami depennatemi toglieteci disattivatemi""",
        "NUMBER": "numero recapito dati contatto cellulare telefono nominativo num",
        "LIST": "lista liste elenco elenchi database mailing rubrica archivio archivi sistema contatti gruppo iscritti",
        "LEAVE": "disiscri* disiscriv* disinscri* unsubscribe",
        "WITHDRAW": "revoco ritiro revocare ritirare revoca nego",
        "CONSENT": "consenso autorizzazione acconsento acconsentito ",
        "CANCEL": """annullare annulla annullate annullo disattivare disattivate disdire disdico cancellare cancella
            cancello bloccate""",
        "SUBSCRIPTION": "iscrizione abbonamento servizio sottoscrizione",
        "ORDER": """ordine ordini prenotazion* appuntament* tavol* prodott* articol* cipoll* piatto piatti consegna acquisto
            carrello codice indirizzo dolce salsa fattura pizza conto posate cena pranzo palestra netflix corso festa persone""",
        "PEACE": "pace ",
        "GOT": "ricevuto ricevuti ricevuta arrivato arrivata arrivati visto",
        "MISS": """perder* dimenticar* aspettare cercare """,
        "HOW": "come dove",
        "IF": "se quando posso",
        "TIME": "dopo prima sera notte tardi oggi adesso mentre",
        "INTERESTED": "interess*",
        "WRONG": "sbagliat* errat* erroneo",
        "THANKS": "grazie",
        "TOO": "troppi troppe",
        "WHY": "perché perchè",
        "WHERE": "dove come",
        "TROUBLE": """spam denunci* segnal* stalking truff* bloccat* blocco avvocato stuf* stanc* stress* garante molest*
            fastidio vaffanculo""",
    },
    keeps="""
        basta mostrare|un|una|uno|che|solo|esibire|far|così
        basta il|la codice|prenotazione|ricevuta|foto
        non basta
        quanto basta
        non smett*|cancell*|rimuov*|fermat*|toglie*|disiscriv*
        non stop
        non? riesco ~1 smettere
        lista d|di ~1 attesa|allergeni|nozze|vini
        fine mese|settimana|serata
        a fine
        perché|perchè non ~1 SEND
        non esitate ~2
        fermata
    """,
    asks="""
        per sbaglio|errore TYPE ~1 stop
        TYPE ~1 stop per sbaglio|errore
        cosa|che succede ~ stop
        come ~2 cancello|disiscrivo|cancellarmi|disiscrivermi|cancellare|uscire|fermare|esco|smettere
        posso ~1 cancellarmi|disiscrivermi
        se ~2 stop
    """,
    leaves="""
        lasciatemi|lasciami ~1 stare ~2 TEXTS
        fatela finita
        basta la|le|gli|i|con ~1 MANY
        non ~2 più ~1 interess*
        escludetemi|escludete ~
        non WANT ~1 più ~1 sentirvi|sentire|sapere
        chiedo|richiedo ~1 cancellazione|rimozione|disiscrizione
        disdici|disdico ~1 SUBSCRIPTION
        interromp* ~1 SUBSCRIPTION|invio
        non do ~1 consenso
        non WANT ~1 essere CONTACTED
        basta con? questi|queste|i|le|gli|tutti|sti ~1 TEXTS
        basta con? MANY
        basta ~1 scrivermi|mandarmi|inviarmi|contattarmi|chiamarmi|disturbarmi|scriverci|mandarci
        non ~2 WANT più ~2 RECEIVE|TEXTS|niente
        non ~2 WANT ~2 RECEIVE ~2 TEXTS|più|altri|nulla|niente
        non ~1 mi ~1 WRITE|GIVE più|TEXTS
        non mi WRITE
        di? non ~1 GIVE|WRITE|SEND ~2 TEXTS|più|altri
        non WANT ~1 che ~1 mi ~1 WRITE|GIVE|SEND
        niente più? TEXTS
nessun altro TEXTS
        mai più TEXTS
        lasciatemi|lasciami|lasciateci ~1 in? PEACE ~3 TEXTS|con
        TAKEOFF ~1 da|dalla|dal|dai|dalle|subito
        voglio|vorrei|desidero cancellarmi|disiscrivermi|uscire|disdire|annullare $
        voglio|vorrei|desidero essere ~1 cancellat*|rimoss*|tolt*|eliminat*
        voglio|vorrei|desidero TAKEOFF
        essere ~1 rimoss*|cancellat*|tolt* ~ LIST
        smettete|smettetela|smettila ~1 con ~2 TEXTS|THESE
        ^ perfavore cancella|rimuovi|rimuovere|cancellare|elimina|annulla $
    """,
    doubts="""
        no grazie
        non ~2 interess*
        ^ no $
        ^ fine $
        chi sei|siete|è|e
        lasciatemi|lasciami|lasciateci ~1 in? PEACE
        non ~1 conosco
        mai ~1 iscritt*|richiest*|chiest*
        non ~2 iscritt*
        avete|hai ~1 rotto
        numero sbagliato
        non voglio $
    """,
)
