"""Italian that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

ITALIAN = Declining(
    sets={
        "THANKS": "grazie grz grazzie thx",
        "PERHAPS": "forse magari",
        "DEAR": "caro cara cari care costoso costosa",
        "NEXT": "prossima prossimo",
        "SPAN": "settimana mese anno volta",
    },
    when="""ora, adesso, oggi, per ora, per adesso, al momento, in questo momento, per il momento, stasera, questa sera,
        questa volta, stavolta, questa settimana, questo mese, quest anno, attualmente, ancora, domani, subito, questo periodo,
        in questo periodo""",
    clear="""
        non WHEN
        WHEN no
        no WHEN
        WHEN non posso grazie
        meglio non|no WHEN
        non sono|siamo interessato|interessata|interessati WHEN
        WHEN non sono|siamo interessato|interessata|interessati
        WHEN non mi interessa
        non mi interessa WHEN
        non interessato|interessata WHEN
        PERHAPS più|piu tardi|avanti
        PERHAPS dopo|domani|poi
        PERHAPS un altra|altro volta|giorno|momento
        PERHAPS la NEXT SPAN
        PERHAPS il NEXT SPAN
        PERHAPS in un altro|altra momento|occasione
        un altra volta
        un altra occasione
        un altro giorno|momento
        in un altro momento
        sarà per la prossima|un'altra volta?
        sara per la prossima volta
        sarà per un altra volta
        alla prossima
        la prossima volta
        più|piu avanti
        meglio dopo
        meglio più|piu tardi|avanti
        più|piu tardi PERHAPS
        dopo PERHAPS
        ricordamelo|ricordatemelo|richiedimelo più|piu|dopo tardi?
        no ,? THANKS mille|tante|comunque|lo?
        no ,? ma THANKS
        no ,? molte|mille|tante THANKS
        no ,? ti|la|vi ringrazio
        THANKS ,? ma? no ,? WHEN?
        passo WHEN
        stavolta|io passo
        questa volta passo
        passo THANKS
        rinuncio WHEN
        troppo|molto|davvero|così DEAR
        un po DEAR
        un po troppo? DEAR
        troppo DEAR per me|noi
        costa|costano troppo
        prezzo|prezzi è? troppo alto|alti
        non ho WHEN? soldi|budget WHEN?
        WHEN non ho soldi|budget
        senza soldi WHEN?
        fuori budget
        non me lo posso permettere WHEN?
        non posso permettermelo WHEN?
        non ho WHEN? il? tempo WHEN?
        WHEN non ho il? tempo
        niente tempo WHEN?
        poco tempo WHEN?
        manca|mancanza il|di tempo
        non è il? momento giusto|adatto|buono?
        brutto|cattivo momento
        momento sbagliato
        non ho bisogno di? niente? WHEN
        WHEN non mi serve niente|nulla?
        non mi serve WHEN
        WHEN non ho bisogno
        non ho voglia WHEN
        WHEN non ho voglia
        sono troppo|molto? impegnato|impegnata|occupato|occupata WHEN?
        WHEN sono troppo|molto? impegnato|impegnata|occupato|occupata
    """,
    alone="""
        più|piu tardi
        dopo
        poi
        DEAR
        non ancora
        impegnato
        impegnata
        la NEXT SPAN
        domani PERHAPS
        ci penso
        ci penserò
        vediamo più|piu avanti|tardi
    """,
    beside="""
        no
        ma
        però
        mi dispiace
        spiacente
        scusate
        scusa
        purtroppo
        peccato
        PERHAPS
        dopo
        più|piu tardi|avanti
        per l offerta|invito
        per la proposta
        dell offerta
        per me|noi
        è
        un po
        comunque
        lo stesso
        la NEXT SPAN
        il NEXT SPAN
        alla prossima
        ah
        eh
        oh
        sono
        al lavoro
        in vacanza|ferie
        malato
        malata
        ho già mangiato|cenato|pranzato
        lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
        a? gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
        dopo le feste|ferie
        dopo lo stipendio
    """,
    joins="ma però perché sono ho finché",
    asks="""
        posso|potete|puoi|possiamo|potrei
        avete|siete|c fate
        dove|chi|quale|quanto|come|quando
        vorrei|voglio|vogliamo|prendo
        mandate|mandatemi|ditemi|datemi
        prenotare|ordinare
    """,
)
