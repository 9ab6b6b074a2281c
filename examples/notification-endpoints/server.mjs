// What the three endpoints share: the HTTP server, and GET /effect for --effect-url.
import { createServer } from 'node:http';

const LONGEST = 1 << 20;

/**
 * Serves POST /payments/notifications with `handle`, which gets the path, a header look-up and the raw body, and returns
 * a status; and GET /effect with a number. Prints the URL when it listens.
 */
export async function listen(handle, effect) {
  const server = createServer(async (request, response) => {
    const path = request.url.split('?')[0];
    if (request.method === 'GET' && path === '/effect') {
      return response.end(String(effect()));
    }
    if (request.method !== 'POST' || path !== '/payments/notifications') {
      return response.writeHead(request.method === 'POST' ? 404 : 405).end();
    }
    try {
      const body = await read(request);
      const header = (name) => only(request, name);
      response.writeHead(body ? handle({ path, header, body }) : 413).end();
    } catch (error) {
      console.error(error.message); // a sender that breaks off ends here too
      response.writeHead(500).end();
    }
  });
  await new Promise((resolve) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', resolve));
  console.log(`http://127.0.0.1:${server.address().port}/payments/notifications`);
}

/** The header's value; undefined unless it stands exactly once. Node gives names in lower case. */
function only(request, name) {
  const values = request.headersDistinct[name.toLowerCase()] ?? [];
  return values.length === 1 ? values[0] : undefined;
}

/** The raw body; undefined if it is too long. */
async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LONGEST) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
