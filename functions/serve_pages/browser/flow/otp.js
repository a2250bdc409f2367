// WebOTP: some browsers offer the digits of a text message that names this site. Others simply have none.

export function listen(hear) {
  if (!("OTPCredential" in window)) return () => {};
  const waiting = new AbortController();
  navigator.credentials
    .get({ otp: { transport: ["sms"] }, signal: waiting.signal })
    .then((found) => found?.code && hear(found.code))
    .catch(() => {});
  return () => waiting.abort();
}
