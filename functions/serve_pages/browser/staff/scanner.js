// The first view: the camera, or the code typed in.
import { make } from "./elements.js";
import { lens } from "./lens.js";
import { buzz, show } from "./page.js";
import { readCode } from "./read_code.js";
import { typing } from "./typing.js";

export function scanner({ say, found }) {
  const hint = make("p.hint", {}, say.camera_hint);
  const eye = lens({
    say,
    seen(text) {
      const code = readCode(text);
      if (code) leave(code);
      else hint.textContent = say.not_a_code;
    },
    failed({ name }) {
      hint.textContent = name === "NotAllowedError" ? say.camera_denied : say.camera_missing;
    },
  });

  function leave(code) {
    buzz(40);
    found(code);
  }

  const { form, focus } = typing(say, leave);
  show({ parts: [eye.room, hint, form], focus, over: eye.close });
  eye.open();
}
