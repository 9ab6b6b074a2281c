<?php
// SNAP's three signatures for adapter.php; PHP with its openssl extension. Put your library's calls
// in place of what is here, or leave this file and its lines in adapter.php out.
declare(strict_types=1);

namespace snap;

use Rejected;

const SCHEMES = ['snap.token', 'snap.symmetric', 'snap.asymmetric'];
const STRING_OR_SPACE = '/("(?:[^"\\\\]|\\\\.)*+")|[ \t\r\n]++/s'; // in bytes: without the letter u

/** The body less the white space outside of strings: all that is sure of "minify". */
function minify(string $body): string
{
    return preg_replace(STRING_OR_SPACE, '$1', $body);
}

/** The other reading: each string written anew, with the fewest escapes. */
function rewrite(string $body): string
{
    $fewest = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;
    return preg_replace_callback(
        STRING_OR_SPACE,
        fn ($m) => isset($m[1]) && json_decode($m[1]) !== null ? json_encode(json_decode($m[1]), $fewest) : $m[1] ?? '',
        $body
    );
}

function digest(string $body, callable $reading): string
{
    return hash('sha256', $reading($body));
}

function canonicalize(array $p, callable $reading): array
{
    $isToken = $p['scheme'] === 'snap.token';
    if ($p['timestamp'] === '' || $isToken && $p['clientId'] === '') throw new Rejected('missing-component');
    if ($isToken) return ['stringToSign' => "{$p['clientId']}|{$p['timestamp']}"];
    $hash = digest($p['body'], $reading);
    $token = $p['scheme'] === 'snap.symmetric' ? [$p['token']] : [];
    $text = implode(':', [$p['method'], $p['path'], ...$token, $hash, $p['timestamp']]);
    return ['digest' => $hash, 'stringToSign' => $text];
}

function sign(array $parts, array $key, callable $reading): array
{
    $stages = canonicalize($parts, $reading);
    if ($parts['scheme'] === 'snap.symmetric') {
        $raw = hash_hmac('sha512', $stages['stringToSign'], \bytes($key['secret']), true);
    } else {
        // The algorithm must stand there: the default is SHA-1.
        openssl_sign($stages['stringToSign'], $raw, $key['privateKey'], OPENSSL_ALGO_SHA256);
    }
    return $stages + ['signature' => base64_encode($raw)];
}

function isRight(string $sent, array $parts, array $key, callable $reading): bool
{
    if ($parts['scheme'] === 'snap.symmetric') {
        return hash_equals(sign($parts, $key, $reading)['signature'], base64_encode($sent));
    }
    $text = canonicalize($parts, $reading)['stringToSign'];
    return openssl_verify($text, $sent, $key['publicKey'], OPENSSL_ALGO_SHA256) === 1; // -1 is an error
}

function verify(string $scheme, array $message, array $key): array
{
    $stages = [];
    try {
        $signature = header($message, 'X-SIGNATURE');
        $parts = received($scheme, $message);
        $stages = canonicalize($parts, minify(...));
        $sent = (string) base64_decode($signature, true);
        // Only what encodes to the same text again is strict base64.
        if ($sent === '' || base64_encode($sent) !== $signature) throw new Rejected('malformed-signature');
        $right = isRight($sent, $parts, $key, minify(...)) || isRight($sent, $parts, $key, rewrite(...));
        if (!$right) throw new Rejected('signature-mismatch');
        return ['valid' => true, 'stages' => $stages];
    } catch (Rejected $e) {
        return ['valid' => false, 'reason' => $e->getMessage(), 'stages' => (object) $stages];
    }
}

/** The one value of a header; names are compared without regard to case. */
function header(array $message, string $wanted): string
{
    $found = array_values(array_filter($message['headers'], fn ($h) => strcasecmp($h[0], $wanted) === 0));
    if (count($found) > 1) throw new Rejected('malformed-component');
    return $found[0][1] ?? throw new Rejected('missing-component');
}

function received(string $scheme, array $m): array
{
    return [
        'scheme' => $scheme,
        'clientId' => $scheme === 'snap.token' ? header($m, 'X-CLIENT-KEY') : '',
        'method' => $m['method'],
        'path' => explode('?', $m['target'], 2)[0],
        'token' => $scheme === 'snap.symmetric' ? preg_replace('/^bearer /i', '', header($m, 'Authorization')) : '',
        'timestamp' => header($m, 'X-TIMESTAMP'),
        'body' => \bytes($m['body'] ?? null),
    ];
}

function run(string $op, array $in): array
{
    $path = explode('?', $in['target'] ?? '', 2)[0];
    return match ($op) {
        'digest' => ['digest' => digest(\bytes($in['body']), minify(...))],
        'canonicalize' => canonicalize(received($in['scheme'], $in['message']), minify(...)),
        'sign' => ['stages' => $s = sign(['path' => $path, 'body' => \bytes($in['body'] ?? null)] + $in, $in['key'], minify(...))] + $s,
        'verify' => verify($in['scheme'], $in['message'], $in['key']),
    };
}
