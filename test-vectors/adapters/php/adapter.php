<?php
// Answers the test vectors over stdin and stdout; PHP's standard library alone. Copy it, and put
// your library's calls in place of the functions under "implementation".
declare(strict_types=1);
ini_set('display_errors', 'stderr'); // stdout carries the protocol and nothing else

// ---- implementation ----------------------------------------------------------------------------

final class Rejected extends Exception {} // its message is the reason

require __DIR__ . '/snap.php'; // leave it out where you have no SNAP

function digest(string $body): string
{
    return base64_encode(hash('sha256', $body, true));
}

/** Lines of Name:value joined by LF; a Digest line only where there is a body. */
function canonicalize(array $c): array
{
    foreach (['clientId', 'requestId', 'timestamp', 'target'] as $name) {
        if ($c[$name] === '') throw new Rejected('missing-component');
        if (strpbrk($c[$name], "\r\n") !== false) throw new Rejected('malformed-component');
    }
    $stages = $c['body'] !== '' ? ['digest' => digest($c['body'])] : [];
    $lines = [
        "Client-Id:{$c['clientId']}",
        "Request-Id:{$c['requestId']}",
        ($c['kind'] === 'response' ? 'Response' : 'Request') . "-Timestamp:{$c['timestamp']}",
        'Request-Target:' . explode('?', $c['target'], 2)[0],
    ];
    if ($stages) $lines[] = "Digest:{$stages['digest']}";
    return $stages + ['stringToSign' => implode("\n", $lines)]; // double quotes: '\n' is two characters
}

function sign(array $components, string $secret): array
{
    $stages = canonicalize($components);
    $mac = base64_encode(hash_hmac('sha256', $stages['stringToSign'], $secret, true));
    return $stages + ['signature' => "HMACSHA256=$mac"];
}

function verify(array $message, string $secret, ?string $now): array
{
    $stages = [];
    try {
        $signature = headerValue($message, 'Signature');
        $stages = sign(components($message), $secret);
        // \z: a $ would also match in front of a line end. Strict base64 encodes to the same text.
        if (!preg_match('~\AHMACSHA256=([A-Za-z0-9+/]{43}=)\z~', $signature, $mac)
            || base64_encode((string) base64_decode($mac[1], true)) !== $mac[1]) {
            throw new Rejected('malformed-signature');
        }
        if (!hash_equals($stages['signature'], $signature)) throw new Rejected('signature-mismatch');
        if ($now !== null && abs(strtotime($now) - strtotime(components($message)['timestamp'])) > 3600) {
            throw new Rejected('stale-timestamp');
        }
        return ['valid' => true, 'stages' => $stages];
    } catch (Rejected $e) {
        return ['valid' => false, 'reason' => $e->getMessage(), 'stages' => (object) $stages];
    }
}

/** The one value of a header; names are compared without regard to case. */
function headerValue(array $message, string $wanted): string
{
    $found = array_values(array_filter($message['headers'], fn ($h) => strcasecmp($h[0], $wanted) === 0));
    if (!$found) throw new Rejected('missing-component');
    if (count($found) > 1) throw new Rejected('malformed-component');
    return $found[0][1];
}

function components(array $m): array
{
    return [
        'kind' => $m['kind'],
        'clientId' => headerValue($m, 'Client-Id'),
        'requestId' => headerValue($m, 'Request-Id'),
        'timestamp' => headerValue($m, $m['kind'] === 'response' ? 'Response-Timestamp' : 'Request-Timestamp'),
        'target' => $m['target'],
        'body' => bytes($m['body'] ?? null),
    ];
}

// ---- protocol ----------------------------------------------------------------------------------

function bytes(?array $form): string
{
    return $form === null ? '' : $form['utf8'] ?? base64_decode($form['base64'], true);
}

function answer(array $request): array
{
    $in = $request['input'];
    $secret = bytes($in['key']['secret'] ?? null);
    try {
        if (isset($in['scheme'])) return ['ok' => snap\run($request['op'], $in)];
        return ['ok' => match ($request['op']) {
            'digest' => ['digest' => digest(bytes($in['body']))],
            'canonicalize' => canonicalize(components($in['message'])),
            'sign' => ['stages' => $s = sign(['body' => bytes($in['body'] ?? null)] + $in, $secret)] + $s,
            'verify' => verify($in['message'], $secret, $in['now'] ?? null),
        }];
    } catch (Rejected $e) {
        return ['rejected' => ['reason' => $e->getMessage()]];
    } catch (Throwable $e) {
        return ['error' => ['message' => $e->getMessage(), 'trace' => $e->getTraceAsString()]];
    }
}

$send = fn (array $message) => fwrite(STDOUT, json_encode($message, JSON_THROW_ON_ERROR) . "\n");
$hello = ['type' => 'hello', 'protocol' => 1];
$about = ['implementation' => ['name' => 'reference-php', 'version' => '1.0.0', 'language' => 'php']];
$about['schemes'] = ['non-snap', ...snap\SCHEMES];
$about['operations'] = ['digest', 'canonicalize', 'sign', 'verify'];
while (($line = fgets(STDIN)) !== false) {
    $message = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
    if ($message['type'] === 'bye') break;
    if ($message['type'] === 'run') $send(['type' => 'result', 'id' => $message['id']] + answer($message));
    elseif ($message['protocol'] === 1) $send($hello + $about);
    else { $send($hello); break; }
}
