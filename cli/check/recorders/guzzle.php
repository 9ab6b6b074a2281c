<?php
// A call by Guzzle and one by Laravel's client: php guzzle.php FILE, with the message in the environment.
require '/usr/share/php/GuzzleHttp/autoload.php';
require '/usr/share/php/Illuminate/Http/autoload.php';
require __DIR__ . '/../../../examples/recorders/guzzle.php';

$url = getenv('URL') . getenv('TARGET');
$headers = ['Content-Type' => 'application/json', 'Signature' => getenv('SIGNATURE')];
$stack = GuzzleHttp\HandlerStack::create();
$stack->push(record($argv[1]));
$answer = (new GuzzleHttp\Client(['handler' => $stack]))->post($url, ['headers' => $headers, 'body' => getenv('BODY')])->getBody()->getContents();
$laravel = (new Illuminate\Http\Client\Factory())->withHeaders($headers)->withMiddleware(record($argv[1]))->withBody(getenv('BODY'), 'application/json')->post($url)->body();
exit($answer !== '' && $answer === $laravel ? 0 : 1);
