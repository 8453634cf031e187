// Signs in with a passkey, or makes one. Says what happened in the words that stand in the page.
(() => {
  const form = document.querySelector('[data-passkey]');
  if (!form || !window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) return;

  const told = form.querySelector('[role=status]');
  const send = async (address, body) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [form.dataset.header]: form.dataset.token },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(address);
    return answer.json();
  };

  const enter = async () => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await send('/webauthn/authenticate/options'));
    const { id, rawId, response, authenticatorAttachment } = (await navigator.credentials.get({ publicKey: options })).toJSON();
    const { authenticatorData, clientDataJSON, signature, userHandle } = response;
    const answer = await send('/login/webauthn', {
      id, rawId, response: { authenticatorData, clientDataJSON, signature, userHandle }, credType: 'public-key', clientExtensionResults: {}, authenticatorAttachment,
    });
    location.assign(answer.redirectUrl);
  };

  const make = async () => {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await send('/webauthn/register/options'));
    const { id, rawId, response, authenticatorAttachment } = (await navigator.credentials.create({ publicKey: options })).toJSON();
    const { attestationObject, clientDataJSON, transports } = response;
    await send('/webauthn/register', { publicKey: {
      credential: { id, rawId, response: { attestationObject, clientDataJSON, transports }, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment },
      label: new Date().toISOString().slice(0, 10),
    } });
    location.reload();
  };

  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    told.textContent = '';
    try {
      await (form.dataset.passkey === 'make' ? make() : enter());
    } catch {
      told.textContent = form.dataset.failed;
    }
  });
})();
