"""Portuguese, of both shores."""

from twofold.messages.replies.wording.language import Language

PORTUGUESE = Language(
    stop="""parar, pare, para, parem, cancelar, cancela, cancele, cancelem, cancelamento, sair, sair da lista, remover,
        remova, remove, descadastrar, descadastre-me, descadastre, desinscrever, desinscreva-me, fim, terminar, encerrar,
        anular, desistir, desisto, excluir, exclua, revogar, chega, não quero mais, pare já, remover número,
        remover meu número, apagar, apague, eliminar, cessar, me tira, me tire, me remova, me descadastre, descadastro,
        retirar, interromper, suspender, bloquear mensagens, dar baixa, subscrição cancelar, parar sms, nunca mais,
        anular subscrição, não enviar, já chega""",
    firm="parem pare parar descadastrar descadastre desinscrever chega cancelamento",
    help="ajuda, socorro, informação, informações, me ajuda",
    start="retomar, reativar, reiniciar, recomeçar",
    yes="sim, sim quero, sim por favor, aceito, confirmo, com certeza sim",
    filler="""por favor, porfavor, porfa, favor, pfv, pf, obrigado, obrigada, muito obrigado, muito obrigada, olá,
        ola, oi, bom dia, boa tarde, boa noite, já, agora, agora mesmo, imediatamente, por
        gentileza, gentileza, sim, tudo, isso, isto, cumprimentos, grato, grata, urgente, obg,
        atenciosamente, valeu, ok""",
    sets={
        "MISTYPED": """cancelar remover descadastrar desinscrever""",
        "SUBSCRIBED": """inscrit* cadastrad*""",
        "ALLOW": """autorizo autorizei""",
        "AND": """nem e ou""",
        "CANYOU": """podem pode poderiam poderia""",
        "OFFERS": """promoç* ofertas mesas""",
        "CONTINUE": """continuem continue continuar sigam""",
        "TO": """para ao""",
        "REPLY": """responda responder envie enviar digite""",
        "USE": """usem use usar utilizem""",
        "ASKED": """pedi peço exijo solicito""",
        "HAVE": """há tem têm""",
        "OBJECT": """oponho""",
        "WHEN": """quando horas hora""",
        "NEED": """preciso precisamos""",
        "BETTER": """melhor prefiro prefere""",
        "CONTACTED": """contactado contactada contatado contatada incomodado incomodada perturbado""",
        "MANY": """mensagens sms propaganda spam promoções ofertas publicidade""",
        "CALL": """ligue liguem ligar telefone telefonem ligues""",
        "TYPE": """responder respondo mandar mando escrever escrevo enviar envio mandei enviei respondi escrevi""",
        "MUST": """devo preciso posso tenho""",
        "MEANT": """quis queria""",
        "ENDED": """parem pare deixem""",
        "THAT": """que""",
        "GETTING": """recebo chegam recebemos""",
        "PLEASE": "favor porfavor pfv gentileza",
        "CEASE": "pare parem cesse cessem cessar interrompam interrompa suspendam suspender",
        "STOPPING": "pare parem parar para parai deixem deixe deixa deixar cessem cesse chega parou",
        "SEND": """mand* envi* encher incomodar* perturbar* spam contatar contactar ligar escrever* mensage* receber* encha
            chatear* importunar* notificar""",
        "TEXTS": """mensage* sms msg* promoç* propaganda* publicidade* ofertas spam notificaç* anúncio* marketing torpedo*
            comunicaç* divulgaç* promocionais newsletter texto textos mms avisos""",
        "THESE": "isso isto essas estas esses estes",
        "NO": "nenhum nenhuma",
        "NOT": "não nao n nunca jamais ñ",
        "WANT": "quero queremos desejo gostaria queria quer desejamos pretendo ",
        "RECEIVE": "receber recebê recebendo ",
        "WRITE": """escreva escrevam escrever contate contatem contacte contactem contactes contactar contatar perturbe
            perturbem perturbar incomode incomodem incomodar chateiem chateie importune incomodes""",
        "GIVE": "mande mandem manda mandes mandar envie enviem envia envies enviar enviarem mandarem enviarem-me",
        "MORE": "mais nunca jamais",
        "NOTHING": "nada",
        "ME": "me nos mim te",
        "REMOVE": """remova remover remove removam removem tire tirem tira tirar retire retirem retira retirar apague apaguem
            apaga apagar exclua excluam excluir deletar delete deletem elimine eliminem elimina eliminar risque remoção
            exclusão""",
        "NUMBER": "número contato contacto telefone celular telemóvel dados num fone",
        "LIST": "lista listas base bases cadastro cadastros sistema grupo contatos contactos mailing",
        "LEAVE": "descadastr* desinscr* dessubscr* desinscriç* unsubscribe",
        "WITHDRAW": "revogo retiro revogar retirar cancelo",
        "CONSENT": "consentimento autorização consinto",
        "CANCEL": "cancelar cancele cancelem cancela cancelo anular anulem encerrar cancelamento desativar desativem",
        "SUBSCRIPTION": "inscrição assinatura subscrição cadastro serviço adesão envio recebimento",
        "ORDER": """pedido* reserva* consulta* mesa encomenda* item itens produto* cebola entrega compra* carrinho prato
            marcação código endereço sobremesa molho nota fatura conta pizza talheres jantar almoço morada academia netflix aula festa pessoas""",
        "GOT": "recebi recebido chegou recebeu veio chegaram chega",
        "MISS": """perder* esquecer* esperar procurar """,
        "HOW": "como onde",
        "IF": "se quando posso",
        "TIME": "depois antes noite tarde hoje enquanto",
        "INTERESTED": "interess*",
        "WRONG": "errado errada engano enganado",
        "THANKS": "obrigado obrigada obg valeu",
        "TOO": "demais muitas demasiadas",
        "WHY": "porque porquê ",
        "WHERE": "onde como",
        "TROUBLE": """spam* denunci* golpe* bloque* assédio advogado procon chato chata saco cansei cansado farto farta
            incômodo anatel""",
    },
    keeps="""
        responda ~1 stop|sair|parar ~1 para
        não hesit* ~2
        não ~1 quero ~1 sair ~1 da? LIST?
        não parem|pare|parar $
        sem parar
        não ~1 parem|pare|para|parar|deixem|deixe de
        não consigo ~1 parar
        não ~1 tirem|tire|tira|removam|remova|cancelem|apaguem|excluam
        para duas|dois|três|quatro|viagem|mim|o|a|os|as|hoje|amanhã|minha|meu|quando|que|levar|comer|usar|um|uma|receber
        fim de|do|da
        sair do|mais|com|de casa|trabalho|cedo|amigos
        onde ~1 para
        lista de espera|preços|alérgenos|convidados
        por que não ~1 SEND
        não hesit*
        param de servir
    """,
    asks="""
        por|sem engano|erro|querer TYPE ~1 stop
        TYPE ~1 stop por|sem engano|erro|querer
        o? que acontece ~ stop
        como ~3 sair|cancelar|cancelo|saio|parar|paro|descadastr*|remov*
        posso ~1 sair|descadastr*
        se ~2 stop|sair|parar
    """,
    leaves="""
        ^ não autorizo $
        não ~1 mais ~1 interess*
        não ~2 interess* mais
        não ~1 WANT ~1 saber
        nada de ~1 TEXTS
        ^ sem ~1 MANY $
        quero que ~1 parem|pare
        quero sair ~1 disso|disto|da|do
        STOPPING de|com ~2 SEND|TEXTS
        STOPPING já? de ~1 me? SEND|TEXTS
        ^ STOPPING já|agora|com $
        não ~1 WANT mais ~3 TEXTS|RECEIVE|nada
        não ~1 GIVE mais
        não ~1 me ~1 GIVE|WRITE ~1 mais|TEXTS|nada
        não ~1 me WRITE
        não ~1 entre|entrem ~2 contato|contacto
        nunca mais ~1 me? GIVE|WRITE|SEND
        não WANT ~1 que ~1 me ~1 SEND
        de? não receber ~2 TEXTS
        não receber ~1 mais
        me REMOVE ~1 da|de|do|dessa|desta|daqui ~1 LIST
        me REMOVE daqui|dessa|disso $
        REMOVE me ~1 da|de|dessa|desta|do|vossa
        sair|saio ~1 da|dessa|desta|do ~1 LIST
        quero sair $
        quero|queria|gostaria parar|cancelar|sair $
        me ~1 descadastr*|desinscr*
        chega de|com ~1 TEXTS|isso
        deixem|deixe|deixa ~2 paz|sossego ~3 TEXTS|com
        cancelar|cancele|cancelem ~1 envio|recebimento|TEXTS
        mensagens nunca|não mais
        ^ porfavor remova|remover|cancelar|cancele|retire|pare|parem|excluir $
        sem mais MANY
        farto|farta|cansei ~2 TEXTS ~ parem|pare
    """,
    doubts="""
        não ~1 obrigado|obrigada
        não tenho interesse
        ^ não|nao $
        quem é|são|fala|está
        não ~1 conheço
        engano
        deixa|deixe|deixem ~2 paz|sossego
        não ~2 inscrev*|cadastr*|autorizei|pedi
        por|porque|porquê ~2 receb*|mand*
        não quero $
        não quero isso|isto|nada
        enche* ~1 saco
    """,
)
