"""Portuguese that declines, of both shores."""

from twofold.messages.replies.wording.declines.declining import Declining

PORTUGUESE = Declining(
    sets={
        "NOT": "não nao ñ n",
        "THANKS": "obrigado obrigada obg brigado brigada valeu obrigadinho obrigadinha grato grata",
        "PERHAPS": "talvez quiçá",
        "DEAR": "caro cara caros caras caríssimo",
        "NEXT": "próxima próximo",
        "SPAN": "semana mês ano vez",
    },
    when="""agora, hoje, por agora, por enquanto, neste momento, nesse momento, no momento, de momento, por ora, desta vez,
        dessa vez, esta semana, essa semana, este mês, esse mês, esta noite, hoje à noite, hoje a noite, ainda, amanhã,
        atualmente, este ano""",
    clear="""
        NOT WHEN
        WHEN NOT
        WHEN NOT posso THANKS
        melhor NOT WHEN
        NOT estou|tenho interessado|interessada|interesse WHEN
        WHEN NOT estou|tenho interessado|interessada|interesse
        WHEN NOT me interessa
        sem interesse WHEN
        PERHAPS mais tarde|logo
        PERHAPS depois|amanhã|outro
        PERHAPS outro|outra dia|vez|hora|altura|momento
        PERHAPS na|no NEXT SPAN?
        PERHAPS para|pra a|o NEXT SPAN?
        PERHAPS numa|noutra|em outra? vez|altura|próxima|ocasião|oportunidade
        quem sabe depois
        quem sabe mais tarde
        quem sabe outro|outra dia|vez|hora
        quem sabe na próxima
        fica para|pra a? próxima|depois|outra vez?
        fica para|pra outra|outro vez|dia|hora
        outro dia
        outra hora|altura|ocasião
        noutra altura|ocasião
        na próxima
        para a próxima
        mais tarde PERHAPS
        depois PERHAPS
        melhor depois
        melhor mais tarde
        lembre|lembrem|pergunte|perguntem me? mais tarde
        NOT ,? muito? THANKS
        NOT ,? mas THANKS
        THANKS ,? mas? NOT
        THANKS ,? mas NOT WHEN
        dispenso WHEN?
        passo WHEN
        eu? passo dessa|desta vez
        dessa|desta vez passo
        vou passar dessa|desta|essa vez?
        muito|demasiado|tão|bem|meio DEAR
        está|tá|é|são muito|demasiado|bem|meio? DEAR
        DEAR demais
        muito|demasiado DEAR para|pra mim|nós
        um pouco DEAR
        preço|preços está|tá|estão? muito? alto|altos
        NOT tenho WHEN? dinheiro|grana|orçamento WHEN?
        WHEN NOT tenho dinheiro|grana
        sem dinheiro|grana|orçamento|verba WHEN?
        tô|estou|to sem dinheiro|grana WHEN?
        NOT posso pagar WHEN?
        NOT tenho WHEN? tempo WHEN?
        WHEN NOT tenho tempo
        sem tempo WHEN?
        tô|estou|to sem tempo WHEN?
        falta de? tempo
        NOT é o? bom|melhor|momento momento|hora?
        NOT é uma? boa? hora|altura
        má altura|hora
        NOT preciso de? nada? WHEN
        WHEN NOT preciso|quero de? nada?
        NOT quero WHEN
        NOT quero nada WHEN
        NOT me apetece WHEN
        WHEN NOT me apetece
        NOT dá WHEN
        WHEN NOT dá
        estou|tô|to muito? ocupado|ocupada WHEN?
        WHEN estou|tô|to muito? ocupado|ocupada
    """,
    alone="""
        mais tarde
        depois
        depois vejo
        DEAR
        ainda NOT
        ocupado
        ocupada
        na|no? NEXT SPAN
        amanhã PERHAPS
        vou pensar
        logo vejo
    """,
    beside="""
        NOT ,|.
        mas
        desculpe
        desculpa
        desculpem
        lamento
        infelizmente
        sinto muito
        PERHAPS
        mais tarde
        depois
        pela|pelo oferta|convite|proposta|aviso|lembrança
        por perguntar|avisar|oferecer
        para|pra mim|nós
        é
        está
        tá
        um pouco
        na|no NEXT SPAN
        de qualquer forma|maneira
        mesmo assim
        ah
        oh
        kkk
        estou|tô de férias
        de férias
        no trabalho
        doente
        já almocei|jantei|comi
        segunda|terça|quarta|quinta|sexta|sábado|domingo
        em? janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
        quando eu? receber
    """,
    joins="mas porque pois estou tô tenho até",
    asks="""
        posso|podem|pode|podemos
        têm|tem|há|vocês
        onde|quem|qual|quanto|como|quando
        quero|queria|gostaria|preciso um|uma|de|reservar|pedir|comprar|saber
        mandem|mande|enviem|envie|diga|digam
        reservar|encomendar
    """,
)
