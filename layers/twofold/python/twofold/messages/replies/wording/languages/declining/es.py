"""Spanish that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

SPANISH = Declining(
    sets={
        "LATER": "luego después despues",
        "PERHAPS": "quizás quizá quizas tal talvez capaz acaso",
        "THANKS": "gracias grax gracia thx",
        "DEAR": "caro cara caros caras carísimo costoso costosa",
        "NEXT": "próxima próximo siguiente",
        "SPAN": "semana mes año vez ocasión",
    },
    when="""ahora, ahorita, hoy, por ahora, por el momento, de momento, en este momento, ahora mismo, en estos momentos,
        esta vez, esta semana, este mes, este año, esta noche, esta tarde, todavía, aún, mañana, actualmente, por lo pronto,
        en esta ocasión""",
    clear="""
        no WHEN
        WHEN no
        mejor no WHEN
        WHEN mejor no
        WHEN no puedo gracias
        no estoy interesado|interesada WHEN
        WHEN no estoy interesado|interesada
        WHEN no me interesa
        no me interesa WHEN
        PERHAPS vez? más? LATER|tarde
        PERHAPS vez? más|mas tarde|adelante
        PERHAPS vez? en? otro|otra momento|día|vez|ocasión
        PERHAPS vez? mañana
        PERHAPS vez? la|el? NEXT SPAN
        PERHAPS vez? otro día
        a lo mejor LATER|mañana|otro día?
        a lo mejor más tarde
        puede ser? que? LATER
        en otra ocasión
        en otro momento
        otro día
        otro momento
        otra vez será
        será otro día
        para otra vez|ocasión
        para otro día|momento
        mejor LATER
        mejor más|mas tarde|adelante
        mejor otro|otra día|vez|momento
        más|mas adelante
        LATER PERHAPS vez?
        recuérdame|recuérdenme|pregúntame más? LATER|mañana|tarde
        no ,? muchas|mil? THANKS
        no ,? pero THANKS
        THANKS ,? pero? no WHEN?
        muchas THANKS ,? pero? no WHEN?
        paso WHEN
        paso gracias
        yo? paso de esta|momento
        esta vez paso
        es|está|son muy|demasiado|bastante|algo|tan? DEAR
        muy|demasiado|bastante|tan|algo|súper DEAR
        un poco DEAR
        muy|demasiado DEAR
        muy|demasiado DEAR para mí|mi|nosotros
        precio|precios muy|demasiado alto|altos
        es|está muy|demasiado? DEAR
        no tengo WHEN? dinero|plata|presupuesto|efectivo|pasta|lana WHEN?
        WHEN no tengo dinero|plata|presupuesto|pasta|lana
        sin dinero|plata|presupuesto WHEN?
        no me alcanza el? dinero? WHEN?
        no me lo puedo permitir WHEN?
        no puedo permitírmelo WHEN?
        no tengo WHEN? tiempo WHEN?
        WHEN no tengo tiempo
        sin|falta tiempo WHEN?
        falta de tiempo
        me falta tiempo
        mal momento
        no es buen|el|un buen|mejor? momento
        no es el momento
        no me viene bien WHEN
        WHEN no me viene bien
        no necesito nada? WHEN
        WHEN no necesito|quiero nada?
        no tengo ganas WHEN
        WHEN no tengo ganas
        WHEN no me apetece
        no me apetece WHEN
        estoy muy? ocupado|ocupada WHEN?
        WHEN estoy muy? ocupado|ocupada
        estoy muy? liado|liada WHEN?
    """,
    alone="""
        LATER
        más|mas tarde
        tarde quizás
        todavía|aún no
        DEAR
        ocupado
        ocupada
        la|el? NEXT SPAN
        mañana PERHAPS
        no me apetece
        LATER veo
        no por ahora
        lo dejo para LATER|otro
        lo pensaré
    """,
    beside="""
        no ,|.
        pero
        lo siento
        perdón
        disculpa
        disculpen
        lastimosamente
        lamentablemente
        PERHAPS vez?
        LATER
        más tarde|adelante
        por la oferta|información|invitación
        por el ofrecimiento|aviso
        por avisar|preguntar
        para mí|mi|nosotros
        es
        está
        un poco
        muy
        me parece
        igual
        la|el? NEXT SPAN
        de todos modos|todas
        de todas formas|maneras
        otro día
        ay
        uy
        jaja
        tal
        el? lunes|martes|miércoles|jueves|viernes|sábado|domingo
        en? enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|verano|invierno
        cuando cobre
        estoy en el? trabajo|casa|trabajando
        estoy trabajando|enfermo|enferma|fuera
        de vacaciones
        ya comí|cené
        ya he comido|cenado
        hasta la? NEXT SPAN
    """,
    joins="pero porque pues estoy tengo hasta que es",
    asks="""
        puedo|pueden|puede|podrían|podemos
        tienen|tienes|hay|abren
        qué|que dónde|cuál|hora
        dónde|donde|quién|cuál|cuándo|cómo
        quiero|quisiera|necesito|deseo
        manden|mándame|envíen|envíame|dame|denme|dime
        reservar|pedir
    """,
)
