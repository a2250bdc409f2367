"""Spanish."""

from twofold.messages.replies.wording.language import Language

SPANISH = Language(
    stop="""baja, dar de baja, darme de baja, dame de baja, denme de baja, parar, para, pare, paren, alto, cancelar, cancela, cancele, cancelen, fin, terminar, detener, detente, deténganse, detengan, salir, salirme, eliminar, elimíname, desuscribir, desuscribirme, desuscribirse, anular, remover, borrar, bórrame, bórrenme, quitar, quítame, quítenme, basta, basta ya, ya basta, cesar, no más, no mas mensajes, cancelación, cancelar suscripción, sácame, sáquenme, desinscribir, desinscribirme, revocar, suprimir, finalizar, no mandar, no enviar, nunca más, quiero salir, la baja, baja ya, terminen, para ya, desapuntarme, desactivar, no molestar""",
    firm="""baja parar alto detener desuscribir desuscribirme basta detengan salirme""",
    help="ayuda, información, ayúdame, ayudame, ayudenme, más información",
    start="reanudar, reactivar, iniciar, continuar recibiendo",
    yes="sí, si, claro que sí, si quiero, si claro, acepto, confirmo",
    filler="""por favor, porfavor, porfa, favor, gracias, muchas gracias, mil gracias, hola, buenas, buenos días,
        buenas tardes, buenas noches, ya, ahora, ahora mismo, de inmediato, inmediatamente, saludos,
        un saludo, señores, sí, si, pf, xfa, urgente, disculpe, perdón, por dios, de una vez, todo,
        esto, ok""",
    sets={
        "MISTYPED": """cancelar eliminar desuscribir desuscribirme""",
        "SUBSCRIBED": """suscrit* inscrit* registrad*""",
        "ALLOW": """autorizo autoricé permito""",
        "AND": """ni y o""",
        "CANYOU": """pueden puede podrían podría puedes podrías podéis""",
        "OFFERS": """promocion* ofertas mesas""",
        "CONTINUE": """sigan sigas siga seguir continúen continuar""",
        "TO": """para y al""",
        "REPLY": """responde responda responder envía envíe escribe escriba manda""",
        "USE": """usen use usar utilicen utilice""",
        "ASKED": """pedí pido solicité exijo solicito""",
        "HAVE": """hay tienen""",
        "OBJECT": """opongo oposición""",
        "WHEN": """cuándo cuando hora""",
        "NEED": """necesito necesitamos hacen""",
        "BETTER": """mejor prefiero""",
        "CONTACTED": """contactado contactada contactados molestado molestada""",
        "MANY": """mensajes publicidad promociones ofertas spam""",
        "CALL": """llame llamen llames llamar llamarme llaméis""",
        "TYPE": """respondo responder mando mandar escribo escribir envío enviar contesto mandé envié respondí escribí contesté""",
        "MUST": """debo tengo puedo""",
        "MEANT": """quise quería digo decía""",
        "ENDED": """dejen deje dejes paren""",
        "THAT": """que""",
        "GETTING": """recibo llegan llega llegaron recibimos reciben""",
        "PLEASE": "favor porfavor porfa",
        "CEASE": "pare paren parad cese cesen cesar detenga detengan detener detengase suspendan suspender suspenda",
        "STOPPING": "dejen deje deja dejad dejar dejarme dejes paren pare para parar parad cesen cese basta terminen acaben dejan",
        "SEND": """envi* mand* escrib* molest* contact* llam* textea* spam* jod* fastidi* acos* notific* hostig* recib*
            comunica* hinch* insist*""",
        "TEXTS": """mensaj* sms promocion* promos promo ofertas publicidad spam notificacion* textos anuncio*
            propaganda* comunicacion* msj msjs msg msgs publicitari* avisos whatsapp newsletter boletin*""",
        "THESE": "esto estos eso estas esta los",
        "NO": "ningún ninguna ningun",
        "NOT": "no nunca jamás ni tampoco",
        "WANT": "quiero queremos quisiera deseo desearía deseamos gustaría quiere quieren pedí solicité ",
        "RECEIVE": "recibir recibirlos recibiendo recibo ",
        "WRITE": """escriba escriban escribas escribáis escribir escribirme escribirnos contacte contacten contactes contactar
            contactarme moleste molesten molestes molestar molestarme textees texteen
            spameen fastidien fastidies jodan jodas contactéis molestéis insistan""",
        "GIVE": """envíe envíen envies envíes mande manden mandes mandéis enviéis enviar mandar enviarme mandarme envien
            enviarnos mandarnos hagan""",
        "MORE": "más mas nunca ya jamás ",
        "NOTHING": "nada",
        "ME": "me nos les le te",
        "REMOVE": """borre borren borra borrar elimine eliminen elimina eliminar quite quiten quita quitar saque saquen saca
            sacar retire retiren retira retirar remueva remuevan remover suprima supriman suprimir borrad quitad elimínelo
            borrarme eliminarme quitarme sacarme bórrenlo bórralo elimínenlo elimínalo quítenlo quítalo""",
        "TAKEOFF": """bórrame bórrenme bórreme borradme elimíname elimínenme elimíneme eliminadme quítame quítenme quíteme
            quitadme sácame sáquenme sáqueme sacadme remuévanme remuéveme retírenme retírame borrarme eliminarme quitarme
            sacarme desapúntame desapúntenme""",
        "NUMBER": "número telefono teléfono datos contacto celular móvil num",
        "LIST": "lista* base bases registro* sistema suscripción grupo contactos directorio",
        "LEAVE": "desuscri* desinscri* dessuscri* desapunt* unsubscribe",
        "WITHDRAW": "revoco retiro revocar retirar anulo revoque quito",
        "CONSENT": "consentimiento autorización consiento ",
        "CANCEL": "cancelar cancelo cancele cancelen cancela anular anulen anule anula cancelad desactivar desactiven",
        "SUBSCRIPTION": "suscripcion* suscripción servicio inscripción subscripción",
        "ORDER": """pedido* reserva* reservación cita* orden mesa entrega compra producto* artículo* cebolla plato* carrito
            visita código dirección salsa postre factura pizza cubiertos domicilio cena comida sobremesa gimnasio netflix clase boda personas""",
        "GOT": "recibí recibido llegó llegado llegaron recibió llega",
        "MISS": """perder* olvid* esperar buscar """,
        "HOW": "cómo como dónde donde",
        "IF": "si cuando puedo",
        "TIME": "antes después noche tarde hoy ahora mientras tan",
        "INTERESTED": "interes*",
        "WRONG": "equivocad* incorrect* erróneo equivocó",
        "THANKS": "gracias",
        "WHY": """porque porqué """,
        "TROUBLE": """spam* denunci* reportar* reporto acoso molest* estafa bloque* abogado harto harta pesad* joder
            profeco""",
    },
    keeps="""
        por qué ya? no ~1 me? GETTING|SEND|GIVE
        por qué ~1 STOPPING
        no me? quiero|quisiera me? dar|darme|salir|salirme de? la? baja|lista?
        ya no mandan|envían|hay ~1 TEXTS
        sácame|sáqueme|sácanos ~1 de? dud*|una
        ya no recibo|llegan
        no quiero que ~1 dejen|paren
        sin parar
        no dejen|dejes|deje|dejéis|paren|pares|pare de
        no puedo ~1 parar|dejar
        no me? den|des|dé|dar ~1 de baja
        no quiero darme|salir
        planta|temporada|velocidad|más baja
        para mi|el|la|los|dos|tres|cuatro|mañana|llevar|hoy|que|un|una|mí|ti|comer|cenar|saber|ver|usar|pedir
        fin de
        por qué no me ~1 SEND
        no dude*|dudes
        estoy|está de baja
        lista de espera|precios|invitados|alérgenos
    """,
    asks="""
        por error|equivocación TYPE ~1 stop
        TYPE ~1 stop por error|equivocación
        TYPE ~1 stop sin querer
                que pasa ~ stop
        quiero salir a
        cómo|como|dónde ~3 baja|cancelar|cancelo|salir|salgo
        puedo ~2 baja
        si ~2 TYPE ~1 stop
    """,
    leaves="""
        dejen*|deje*|dejad* ~1 tranquil* ~2 TEXTS
        ^ no autorizo $
        basta de|ya ~1 SEND|TEXTS
        basta con|los|las ~1 MANY
        CANYOU ~4 baja
        dar|darme|doy|dame|denme|solicito|pido|quiero|solicitar|tramitar|deme ~2 baja
        de baja $
        dame|denme|deme|dadme ~2 baja
        ya no ~1 interes*
        no quiero ~1 leer ~1 más? TEXTS
        no me? CONTINUE SEND|recib*|mandando|enviando
        ya no ~1 ~1 interes*
        excl* mi ~1 NUMBER
        alto a|con ~2 TEXTS|spam
        no doy ~2 CONSENT
        nunca más|mas ~1 me? WRITE|GIVE
        prefiero|preferiría no RECEIVE
        quiero|quisiera salirme
        NOT ~1 THANKS dar|darme
        dejen|dejad|paren|pare|parad|cesen|cese|terminen|acaben con|los|las|esos|estos|ya|sus|de ~2 SEND|TEXTS
        STOPPING ya? de ~1 SEND|TEXTS
        que? STOPPING ~1 de ~2 SEND
        ^ STOPPING ya $
        no más|mas ~1 TEXTS
        no WANT ~1 más TEXTS|esto
        no WANT saber ~1 más|nada
        no WANT nada de ustedes|vosotros|uds|ti
        ya no me? GIVE|WRITE
        ya no ~1 WANT ~2 TEXTS|RECEIVE|nada|esto|saber
        no WANT ~1 que ~1 me ~1 SEND
        no ~1 vuelv* a SEND
        no ~1 hagan|haga llegar
        no WANT seguir recibiendo
        ^ sin ~1 MANY $
        dejen|deje|deja|déjenme|déjeme|déjame ~2 paz ~ TEXTS|con
        TAKEOFF ~1 de
        quiero|deseo|quisiera salir|salirme ~3 LIST|TEXTS
        quiero|deseo|quisiera cancelar $
        ^ porfavor cancelar|cancele|eliminar|borrar|remover $
        cansad*|hart* ~2 TEXTS ~ STOPPING|no
    """,
    doubts="""
        no ~1 gracias
        ^ no $
        quién|quien es|son|eres
        no ~1 conozco
        demasiados|muchos|tantos TEXTS
        por qué ~2 SEND
        dónde|como ~2 consigui*|obtuv*|sac* ~2 NUMBER
        déjame|déjenme|déjeme ~2 en? paz|tranquil*
        no quiero esto|eso|nada
        vete|váyanse|largo|chinga*|mierda
        no ~2 suscrib*|registr*|apunt*
        cansad*|hart* de
    """,
)
