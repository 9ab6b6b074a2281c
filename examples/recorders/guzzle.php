<?php
// Records what Guzzle sends and gets: $stack->push(record('exchanges.jsonl')), and in Laravel Http::withMiddleware(record('exchanges.jsonl')).
function record(string $file): callable
{
    $content = fn ($message) => ['headers' => $message->getHeaders(), 'body' => ['base64' => base64_encode((string) $message->getBody())]];
    return fn (callable $send) => fn ($request, array $options) => $send($request, $options)->then(function ($response) use ($request, $content, $file) {
        $line = ['request' => ['method' => $request->getMethod(), 'target' => (string) $request->getUri()] + $content($request), 'response' => ['status' => $response->getStatusCode()] + $content($response)];
        file_put_contents($file, json_encode($line) . "\n", FILE_APPEND);
        $response->getBody()->rewind();
        return $response;
    });
}
