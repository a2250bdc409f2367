"""What texts say in Spanish, saying tú; in GSM-7, so some accents are missing."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Answers, and what whoever joined by a keyword is told.
    "stopped": "{brand}: baja confirmada, no recibes mas SMS de marketing. Para volver, responde START.",
    "help": "{brand}: ofertas y recordatorios por SMS. Frecuencia variable, puede haber cargos del operador. "
    "Ayuda: {contact|nuestro equipo}. STOP para salir.",
    "resumed": "{brand}: vuelves a recibir ofertas y recordatorios. Frecuencia variable, puede haber cargos "
    "del operador. HELP para ayuda, STOP para salir.",
    "join": "{brand}: responde Y para aceptar: {consent}",
    "joined_already": "{brand}: este numero ya figura en nuestra lista. HELP para ayuda, STOP para salir.",
    "not_joined": "{brand}: este numero no figura en nuestra lista. Puedes apuntarte en nuestra web o en el "
    "local. Ayuda: {contact|nuestro equipo}.",
    "promised": "{brand}: ya figuras en nuestra lista. Ahora no quedan codigos; te enviaremos el tuyo por SMS. "
    "HELP para ayuda, STOP para salir.",
    "used_up": "{brand}: ya figuras en nuestra lista. Se han repartido todos los codigos de esta oferta. "
    "HELP para ayuda, STOP para salir.",
    # The one question of an automation.
    "ask_why": "{brand}: ¡no pasa nada! ¿Nos dices por qué? "
    "Responde 1: el precio, 2: no es buen momento, 3: no es para mi. HELP para ayuda, STOP para salir.",
    # Steps of automations, and what a friend has earned. Each says how to stop.
    "referral": "{brand}: alguien se ha unido con tu enlace, ¡gracias! Tu codigo: {code} {link} STOP para salir",
    "reminder": "{brand}: tu codigo {code} te sigue esperando: {title}. {link} STOP para salir",
    "last_reminder": "{brand}: nuestro ultimo recordatorio: "
    "tu codigo {code} vale hasta {expires|que lo uses}. {link} STOP para salir",
    "cart_code": "{brand}: tu carrito te espera, y con él tu codigo {code}: {link} STOP para salir",
    "cart": "{brand}: dejaste algo en tu carrito. Sigue cuando quieras: {link|en nuestra tienda.} "
    "STOP para salir",
    "come_back": "{brand}: ¡tanto tiempo! {title} con tu nuevo codigo {code}: {link} STOP para salir",
    "thanks": "{brand}: ¡gracias por tu confianza! Esperamos verte de nuevo. Dudas o deseos: "
    "{contact|nuestro equipo}. STOP para salir",
    "thanks_friends": "{brand}: ¡gracias! Pasa tu enlace: "
    "un codigo para cada amigo y otro para ti si viene: {friends} STOP para salir",
    "still_there": "{brand}: hace tiempo que no te vemos. ¿Todo bien? Esto es lo que tenemos: "
    "{link|te esperamos.} STOP para salir",
    "missed": "{brand}: ¡te echamos de menos! Vuelve cuando quieras: {link|te esperamos.} STOP para salir",
    "last_offer": "{brand}: la ultima oferta por ahora: {title}, codigo {code}: {link} STOP para salir",
    "useful": "{brand}: hoy sin oferta, solo algo util: lo que tenemos y como reservar o pedir: "
    "{link|consulta con nosotros.} STOP para salir",
}
