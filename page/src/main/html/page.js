'use strict';
{
  const $ = id => document.getElementById(id);
  const known = JSON.parse($('paths').textContent);
  const STAGES = [20000, 1000000];
  const LONGEST = 10; // seconds of search, on whatever machine
  const PATIENCE = 200;
  const LONGEST_LINK = 30000;

  // Bytes: a text field holds characters, the engine takes one character a byte.
  const utf8 = text => new TextEncoder().encode(text);
  const binary = bytes => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return text;
  };
  const ofBinary = text => Uint8Array.from(text, c => c.charCodeAt(0));
  const ofBase64 = text => ofBinary(atob(text));
  const field = id => binary(utf8($(id).value));
  const plain = id => $(id).value.trim();

  let dropped = null; // the bytes of a file, until the text is changed
  let droppedSecret = null;

  // The worker. A question that is no longer asked is ended with its worker; another one waits.
  const source = URL.createObjectURL(new Blob(
      ['var exports = {}; var module = {exports};\n', $('engine').textContent, '\n', known.worker],
      {type: 'text/javascript'}));
  let asked = 0;
  let busy = false;
  let told = null;
  const start = () => {
    const worker = new Worker(source);
    worker.onmessage = ({data}) => {
      if (data.ready || data.id !== asked) return;
      busy = !data.last;
      told(data.value, data.last);
    };
    worker.onerror = event => {
      busy = false;
      $('progress').className = '';
      $('progress').textContent = 'The engine stopped: ' + event.message;
    };
    return worker;
  };
  let worker = start();
  const ask = (message, then) => {
    if (busy) {
      worker.terminate();
      worker = start();
    }
    busy = true;
    told = then;
    worker.postMessage({...message, id: ++asked});
  };
  const secrets = start();
  secrets.onmessage = ({data}) => data.ready || secretTold(data.value);

  // What is asked.
  const message = () => dropped ? binary(dropped) : field('message');
  const secret = () => droppedSecret ? binary(droppedSecret) : field('secret');
  const question = () => ({
    secret: secret(), own: $('own').value, ofDoku: $('ofDoku').value, token: plain('token'),
    scheme: $('scheme').value, part: $('part').value, target: plain('target'), url: plain('url'),
    signature: plain('signature'), other: field('other'), stringToSign: field('stringToSign'),
    index: Number($('which').value || 0), seconds: LONGEST, paths: known.paths,
  });

  let timer = 0;
  let since = 0;
  let ticking = 0;
  // Said to assistive technology, and to who drives the page: what stands there is no answer yet.
  const waiting = yes => $('right').setAttribute('aria-busy', String(yes));
  const later = () => {
    waiting(true);
    clearTimeout(timer);
    timer = setTimeout(now, PATIENCE);
  };
  const now = () => {
    clearTimeout(timer);
    clearInterval(ticking);
    const text = message();
    if (!text.trim()) {
      asked++;
      $('recognised').textContent = '';
      $('progress').textContent = '';
      $('progress').className = '';
      for (const id of ['which-row', 'target-row', 'signature-row', 'copy']) $(id).hidden = true;
      show(note('What is wrong with the signature is said here, while you type.', 'empty'));
      waiting(false);
      return;
    }
    waiting(true);
    since = performance.now();
    ticking = setInterval(() => { if (busy) progress(false); }, 1000);
    ask({kind: 'explain', text, question: question(), stages: STAGES}, answered);
    progress(false);
  };
  const progress = last => {
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    $('progress').className = last ? '' : 'busy';
    $('progress').textContent = last ? 'Answered in ' + seconds + ' s.' : 'Searching, ' + seconds + ' s so far…';
    if (last) {
      clearInterval(ticking);
      setTimeout(() => waiting(busy), 0);
    }
  };

  // What is answered.
  let current = null;
  const answered = (value, last) => {
    progress(last);
    if (value.error || value.keyError || value.needs) $('progress').textContent = '';
    current = value;
    $('target-row').hidden = !(value.error && /before the headers/.test(value.error)) && !plain('target');
    if (value.error && /string to sign, not a message/.test(value.error)) {
      stringAlone();
      return;
    }
    $('signature-row').hidden = true;
    $('copy').hidden = !value.request;
    recognised(value);
    $('key-note').textContent = value.keyError || '';
    if (value.keyError) $('more').open = true;
    if (value.error) {
      show(note('This can’t be read yet. ' + reason(value.error), 'trouble'));
    } else if (value.keyError) {
      show(note('That key can’t be read: ' + keyReason(value.keyError), 'trouble'));
    } else if (value.needs) {
      if (value.needs !== 'secret') $('more').open = true;
      show(note('The message is read. To check its signature, give ' + NEEDED[value.needs] + ' on the left.', 'empty'));
    } else {
      show(...value.answers.flatMap(it => one(it, last, value.answers.length > 1)));
    }
  };
  const NEEDED = {secret: 'the secret key', own: 'your RSA key', ofDoku: 'DOKU’s public key'};
  const NAMES = {
    'non-snap': 'Non-SNAP', 'snap.token': 'SNAP, request for a token',
    'snap.symmetric': 'SNAP, transaction (HMAC)', 'snap.asymmetric': 'SNAP, transaction (RSA)',
  };
  const PARTS = {
    request: 'the merchant’s request', response: 'DOKU’s answer', notification: 'DOKU’s notification',
    answer: 'the merchant’s answer',
  };
  const reason = error => /before the headers/.test(error)
    ? 'These are headers without a request line: say below the box where the request went.'
    : error.replace(/; to allow it: --allow-files DIR/, '; paste what the file holds in its place')
        .replace(/, or give the values to explain with --.*$/, '').replace(/, or say with --target PATH.*$/, '');
  const keyReason = error => /ENCRYPTED|encrypted/.test(error)
    ? error + '. An encrypted key is not readable in this page: decrypt it (openssl pkey -in KEY -out NEW), or use the command line.'
    : error;
  const recognised = value => {
    const request = value.request;
    const parts = [];
    if (request) {
      parts.push('Read as ' + (value.kind === 'log' ? 'a log’s line' : request.method + ' ' + request.target) + '.');
      parts.push((NAMES[value.scheme] || value.scheme) + '.');
      const body = ofBase64(request.body);
      parts.push(body.length ? 'Body of ' + body.length + ' bytes.' : 'No body.');
      if (value.count > 1) parts.push(value.count + ' messages.');
      if (!dropped && body.includes(10)) {
        parts.push('A paste turns CRLF line ends into LF: if the body had those, drop the file instead.');
      }
      if (value.needs) parts.push('Missing: ' + NEEDED[value.needs] + '.');
    }
    parts.push(...(value.remarks || []));
    $('recognised').textContent = parts.join(' ');
    $('which-row').hidden = !(value.count > 1);
    if (value.count > 1 && $('which').options.length !== value.count) {
      $('which').replaceChildren(...Array.from({length: Math.min(value.count, 500)}, (_, i) => new Option(i + 1, i)));
    }
  };
  const stringAlone = () => {
    $('recognised').textContent = 'Read as a string to sign.';
    $('signature-row').hidden = false;
    $('copy').hidden = true;
    if (!plain('signature') || !secret()) {
      show(note('This is a string to sign, not a message. Give the signature that was sent and the secret key, or paste the message here and this string under “own string to sign”.', 'empty'));
      return;
    }
    ask({kind: 'string', text: message(), question: question()}, value => {
      progress(true);
      show(verdict(value.text[0], value.right), pre(value.text.slice(1).join('\n')));
    });
  };

  // How it is shown. Nothing pasted is ever markup.
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const note = (text, className) => element('p', className, text);
  const pre = text => element('pre', '', text);
  const verdict = (text, valid) => element('p', valid ? 'verdict valid' : 'verdict', text);
  const show = (...nodes) => $('answer').replaceChildren(...nodes);
  const UNSEEN = {'\n': 'LF', '\r': 'CR', '\t': 'TAB', '\u00a0': 'NBSP', '\ufeff': 'BOM'};
  const unseen = (text, at) => {
    const c = text[at];
    if (UNSEEN[c]) return UNSEEN[c];
    if (c === ' ') {
      const plainSpace = /\S/.test(text[at - 1] || ' ') && /\S/.test(text[at + 1] || ' ');
      return plainSpace ? null : 'SP';
    }
    return /[\p{C}\p{Z}]/u.test(c) && !/[\ud800-\udfff]/.test(c)
      ? 'U+' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') : null;
  };
  const line = (text, other) => {
    let from = 0;
    let to = text.length;
    if (other !== null) {
      while (from < text.length && from < other.length && text[from] === other[from]) from++;
      let otherTo = other.length;
      while (to > from && otherTo > from && text[to - 1] === other[otherTo - 1]) { to--; otherTo--; }
      // What was put in may be seen in several places: a path's segment is marked as one.
      while (otherTo === from && from > 0 && text[from - 1] === text[to - 1] && text[from - 1] !== '/') { from--; to--; otherTo--; }
    }
    const made = element('span', '');
    let target = made;
    let run = '';
    const flush = () => { if (run) target.append(run); run = ''; };
    for (let i = 0; i < text.length; i++) {
      if (other !== null && i === from && to > from) { flush(); target = element('mark', ''); made.append(target); }
      if (other !== null && i === to) { flush(); target = made; }
      const name = unseen(text, i);
      if (name) { flush(); target.append(element('span', 'unseen-mark', name)); } else run += text[i];
      if (text[i] === '\n') run += '\n';
    }
    flush();
    return made;
  };
  const lines = text => text.split(/(?<=\n)/);
  const stage = (title, expected, signed, came) => {
    const block = (name, text, other) => element('div', '', element('h3', '', name), element('pre', '',
        ...lines(text).map((it, i) => line(it, other === null ? null : lines(other)[i] ?? ''))));
    const blocks = [];
    if (expected !== undefined) blocks.push(block('Right', expected, signed ?? null));
    if (signed !== undefined) blocks.push(block(came ? 'Came' : 'Signed', signed, expected ?? null));
    return [element('h2', '', title), element('div', 'two', ...blocks)];
  };
  const one = (it, last, several) => {
    const nodes = [];
    if (several) nodes.push(element('h2', '', 'Of ' + PARTS[it.part]));
    const explained = it.status === 'explained';
    if (it.status === 'valid') {
      nodes.push(verdict('The signature is right.', true));
    } else if (explained) {
      it.mistakes.forEach(mistake => nodes.push(verdict(mistake.sentence)));
      nodes.push(element('p', 'hint', ...it.mistakes.flatMap(mistake =>
        [element('code', '', mistake.code), ' Seen: ' + mistake.seen + '. '])));
      if (it.reformatted) nodes.push(note(it.reformatted));
      nodes.push(element('h2', '', 'How to mend it'), mend(it.mends));
    } else {
      nodes.push(verdict(last ? 'No known mistake explains this signature under this ' + it.keyName + '.'
        : 'No single mistake explains it; pairs are searched.'));
      if (last) nodes.push(element('h2', '', 'Try next'), element('ol', '', ...it.next.map(step => element('li', '', step.replace(' (--actual-string-to-sign FILE)', ', at “own string to sign” on the left').replace('to a file and', 'and')))));
    }
    if (it.comparison.length) nodes.push(element('h2', '', 'Your own string to sign'), pre(it.comparison.join('\n')));
    const right = it.expected;
    const signer = it.signed;
    nodes.push(...stage('1. Digest of the body', right.digest ?? 'none is signed', signer && (signer.digest ?? 'none is signed')));
    nodes.push(...stage('2. String to sign', right.stringToSign, signer?.stringToSign));
    const came = signer?.signature ?? it.received ?? right.signature;
    nodes.push(...stage('3. Signature', undefined, came ?? 'none', true));
    if (it.status !== 'valid') nodes.push(ruledOut(it));
    if (it.checkValue) nodes.push(note('Check value of the ' + it.keyName + ': ' + it.checkValue + '. Compare it with the one of the program that signs.', 'hint'));
    return nodes;
  };
  let language = 0;
  const mend = mends => {
    const text = element('pre', '');
    const choice = element('select', '', ...mends.map((it, i) => new Option(it.language, i, false, i === language)));
    choice.setAttribute('aria-label', 'Language');
    const tell = () => {
      language = Number(choice.value);
      text.textContent = mends[language].lines.join('\n');
    };
    choice.onchange = tell;
    tell();
    return element('div', '', choice, text);
  };
  const ruledOut = it => {
    const details = element('details', '', element('summary', '', 'What was tried: ' + it.tried.toLocaleString('en') + ' recipes'));
    const every = it.complete >= 2 ? 'every single change and every pair' : it.complete === 1 ? 'every single change' : 'the right recipe';
    const rest = {none: 'triples of unlikely changes, and more than three', work: 'the rest of the pairs and triples: the command line searches further', time: 'the rest: the time was over'};
    details.append(note((it.status === 'explained' ? 'The first match in order of likelihood, among ' : 'Among them ') + every + '. Not searched: ' + rest[it.cut] + '.'));
    details.append(note('Single changes known: ' + Object.entries(it.singles).map(([name, count]) => name + ' ' + count).join(', ') + '.'));
    if (it.formsSkipped) details.append(note(it.formsSkipped + ' forms of so large a body were not made.'));
    if (it.equivalents?.length) {
      details.append(note('The same bytes also come from: ' + it.equivalents.slice(0, 8).map(set => set.map(m => m.code).join(' and ')).join('; ') + '.'));
    }
    return details;
  };

  // The secret.
  const secretTold = value => {
    const all = [value.error, value.trouble && 'There are ' + value.trouble + '; taken without them.', value.remark && 'Note: ' + value.remark + '.',
      value.checkValue && 'Check value: ' + value.checkValue + '.'].filter(Boolean);
    $('secret-note').className = value.error || value.trouble ? 'trouble' : 'hint';
    $('secret-note').textContent = all.join(' ') || 'Never stored, never in a link, never copied.';
  };
  const secretChanged = () => {
    if (secret()) secrets.postMessage({id: 0, kind: 'secret', text: secret(), question: {}});
    else secretTold({});
    later();
  };
  $('secret').addEventListener('input', () => { droppedSecret = null; secretChanged(); });
  $('show').onclick = () => {
    const shown = $('secret').type === 'text';
    $('secret').type = shown ? 'password' : 'text';
    $('show').setAttribute('aria-pressed', String(!shown));
    $('show').textContent = shown ? 'Show' : 'Hide';
  };
  const takeSecret = async file => {
    waiting(true);
    droppedSecret = new Uint8Array(await file.arrayBuffer());
    $('secret').value = '';
    $('secret').placeholder = 'from ' + file.name;
    secretChanged();
  };
  $('secret-file').onchange = event => event.target.files[0] && takeSecret(event.target.files[0]);

  // The message: typed, pasted, opened or dropped.
  const takeFile = async file => {
    waiting(true);
    const bytes = new Uint8Array(await file.arrayBuffer());
    $('message').value = new TextDecoder().decode(bytes);
    dropped = bytes;
    now();
  };
  $('file').onchange = event => event.target.files[0] && takeFile(event.target.files[0]);
  $('message').addEventListener('input', () => { dropped = null; later(); });
  $('left').addEventListener('dragover', event => { event.preventDefault(); $('left').classList.add('over'); });
  $('left').addEventListener('dragleave', () => $('left').classList.remove('over'));
  $('left').addEventListener('drop', event => {
    const file = event.dataTransfer.files[0];
    $('left').classList.remove('over');
    if (!file) return;
    event.preventDefault();
    if (event.target === $('secret')) takeSecret(file); else takeFile(file);
  });
  $('left').addEventListener('submit', event => event.preventDefault());
  for (const id of ['target', 'signature', 'url', 'own', 'ofDoku', 'token', 'other', 'stringToSign']) $(id).addEventListener('input', later);
  for (const id of ['which', 'scheme', 'part']) $(id).addEventListener('change', now);
  $('clear').onclick = () => {
    for (const id of ['message', 'secret', 'target', 'signature', 'url', 'own', 'ofDoku', 'token', 'other', 'stringToSign', 'scheme', 'part']) $(id).value = '';
    dropped = droppedSecret = null;
    $('secret').placeholder = '';
    secretChanged();
    now();
    $('message').focus();
  };
  $('example').onclick = () => {
    dropped = droppedSecret = null;
    $('message').value = known.example.message;
    $('secret').value = known.example.secret;
    secretChanged();
    now();
  };

  // What is copied holds no secret.
  const secretTexts = () => {
    const given = droppedSecret ? new TextDecoder().decode(droppedSecret) : $('secret').value;
    // Of a file or a line of one it is not known here which part is the secret: no longer word of it is copied.
    const words = given.replace(/^\s*#.*$/gm, '').replace(/^\s*(export\s+)?\w+\s*=/gm, '').split(/[\s"',;]+/);
    return [$('secret').value, $('token').value, $('other').value, ...words.filter(it => it.length >= 8)]
        .map(it => it.trim()).filter(it => it);
  };
  const masked = text => secretTexts().reduce((safe, it) => safe.replaceAll(it, '***'), text);
  const copy = async text => {
    try {
      await navigator.clipboard.writeText(masked(text));
      $('copied').textContent = 'Copied.';
    } catch {
      $('copied').textContent = 'The browser lets nothing be copied here; it is below, to be marked and copied.';
      $('answer').append(pre(masked(text)));
    }
  };
  const bodyText = () => {
    try {
      return new TextDecoder('utf-8', {fatal: true}).decode(ofBase64(current.request.body));
    } catch {
      return null;
    }
  };
  const quoted = text => "'" + text.replaceAll("'", "'\\''") + "'";
  const url = () => {
    const {target, headers} = current.request;
    const host = headers.find(([name]) => name.toLowerCase() === 'host');
    return /^https?:/.test(target) ? target : 'https://' + (host ? host[1] : 'api-sandbox.doku.com') + target;
  };
  $('copy-curl').onclick = () => {
    const body = bodyText();
    const parts = ['curl -X ' + current.request.method + ' ' + quoted(url())];
    for (const [name, value] of current.request.headers) {
      if (!/^(host|content-length)$/i.test(name)) parts.push('-H ' + quoted(name + ': ' + value));
    }
    if (body === null) parts.push('--data-binary @body.bin # the body is no text: ' + current.request.body);
    else if (body) parts.push('--data-binary ' + quoted(body));
    copy(parts.join(' \\\n  ') + '\n');
  };
  $('copy-http').onclick = () => {
    const {method, target, headers} = current.request;
    copy(method + ' ' + target + ' HTTP/1.1\n' + headers.map(([name, value]) => name + ': ' + value + '\n').join('') + '\n' + (bodyText() ?? ''));
  };
  $('copy-markdown').onclick = () => {
    const fence = text => '```\n' + text + '\n```\n';
    copy((current.answers || []).map(it => '## '
      + (it.status === 'explained' ? it.mistakes.map(m => m.sentence + ' (`' + m.code + '`)').join(' ') : it.status === 'valid' ? 'The signature is right.' : 'No known mistake explains this signature.')
      + '\n\n' + fence(it.text.join('\n'))).join('\n'));
  };
  $('copy-link').onclick = () => {
    const base64 = btoa(message()).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const rest = ['scheme', 'part', 'target'].filter(id => $(id).value).map(id => '&' + id + '=' + encodeURIComponent($(id).value)).join('');
    if (base64.length > LONGEST_LINK) $('copied').textContent = 'The message is too long for a link.';
    else if (secretTexts().some(it => message().includes(binary(utf8(it))))) $('copied').textContent = 'The message holds the secret, so no link is made.';
    else copy(location.href.split('#')[0] + '#message=' + base64 + rest);
  };
  const opened = new URLSearchParams(location.hash.slice(1));
  if (opened.get('message')) {
    try {
      dropped = ofBase64(opened.get('message').replaceAll('-', '+').replaceAll('_', '/'));
      $('message').value = new TextDecoder().decode(dropped);
      for (const id of ['scheme', 'part', 'target']) $(id).value = opened.get(id) || '';
      now();
    } catch {
      $('recognised').textContent = 'The link’s message can’t be read.';
    }
  }
}
