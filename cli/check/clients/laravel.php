<?php
// A shop in PHP with Laravel's HTTP client and log, and a mistake: it signs another spelling of the body than Guzzle sends.
require '/usr/share/php/Illuminate/Http/autoload.php';
require '/usr/share/php/Illuminate/Log/autoload.php';
require '/usr/share/php/GuzzleHttp/autoload.php';
require '/usr/share/php/Monolog/autoload.php';

use Illuminate\Http\Client\Factory;
use Illuminate\Http\Client\Request;
use Illuminate\Log\Logger;
use Monolog\Formatter\LineFormatter;
use Monolog\Handler\StreamHandler;

$handler = new StreamHandler($argv[1]);
$handler->setFormatter(new LineFormatter(null, 'Y-m-d H:i:s', true, true)); // As Laravel sets it up.
$log = new Logger(new Monolog\Logger('production', [$handler]));

$path = '/akulaku-peer-to-peer/v2/generate-order';
$order = [
    'order' => [
        'invoice_number' => 'INV-' . bin2hex(random_bytes(6)),
        'amount' => 90000,
        'line_items' => [['name' => 'T-Shirt', 'price' => 45000, 'quantity' => 2, 'sku' => '1002', 'category' => 'Shirt']],
        'callback_url' => 'https://merchant.example/return',
    ],
    'payment' => ['merchant_unique_reference' => 'MUR-' . bin2hex(random_bytes(6))],
    'customer' => ['id' => 'CUST-1', 'name' => 'Anton Budiman', 'phone' => '6285694566147'],
];
$headers = [
    'Client-Id' => getenv('DOKU_CLIENT_ID'),
    'Request-Id' => bin2hex(random_bytes(16)),
    'Request-Timestamp' => gmdate('Y-m-d\TH:i:s\Z'),
];
$lines = [];
foreach ($headers as $name => $value) {
    $lines[] = "$name:$value";
}
$lines[] = "Request-Target:$path";
$lines[] = 'Digest:' . base64_encode(hash('sha256', json_encode($order, JSON_UNESCAPED_SLASHES), true));
$headers['Signature'] = 'HMACSHA256=' . base64_encode(hash_hmac('sha256', implode("\n", $lines), getenv('DOKU_SECRET_KEY'), true));

$sent = null;
$response = (new Factory())
    ->withHeaders($headers)
    ->beforeSending(function (Request $request) use (&$sent) {
        $sent = $request;
    })
    ->post(getenv('DOKU_BASE_URL') . $path, $order);
$log->error('DOKU answered ' . $response->status(), [
    'method' => $sent->method(),
    'url' => $sent->url(),
    'headers' => $sent->headers(),
    'body' => $sent->body(),
    'answer' => $response->body(),
]);
