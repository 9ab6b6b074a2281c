<?php
// A shop that is paid at DOKU Checkout, right and small: PHP 8 or newer, no packages.
declare(strict_types=1);

const CHECKOUT = '/checkout/v1/payment';
const NOTIFICATIONS = '/payments/notifications';

/** The digest is of the very bytes that go over the wire, or came over it. */
function signature(string $requestId, string $timestampName, string $timestamp, string $target, string $bytes): string
{
    $text = implode("\n", [
        'Client-Id:' . getenv('DOKU_CLIENT_ID'),
        "Request-Id:$requestId",
        "$timestampName:$timestamp",
        "Request-Target:$target",
        'Digest:' . base64_encode(hash('sha256', $bytes, true)),
    ]);
    return 'HMACSHA256=' . base64_encode(hash_hmac('sha256', $text, (string) getenv('DOKU_SECRET_KEY'), true));
}

/** Asks for a page at which the customer pays; returns its address. */
function checkout(string $invoice, int $amount): string
{
    $requestId = bin2hex(random_bytes(16));
    $timestamp = gmdate('Y-m-d\TH:i:s\Z');
    $body = json_encode([
        'order' => ['invoice_number' => $invoice, 'amount' => $amount, 'auto_redirect' => true, 'callback_url' => 'https://shop.example/thanks'],
        'payment' => ['payment_due_date' => 60, 'payment_method_types' => ['VIRTUAL_ACCOUNT_BCA', 'CREDIT_CARD', 'QRIS']],
        'customer' => ['name' => 'Anton Budiman', 'email' => 'anton@example.com'],
    ], JSON_THROW_ON_ERROR);
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'content' => $body,
        'ignore_errors' => true,
        'header' => [
            'Client-Id: ' . getenv('DOKU_CLIENT_ID'),
            "Request-Id: $requestId",
            "Request-Timestamp: $timestamp",
            'Signature: ' . signature($requestId, 'Request-Timestamp', $timestamp, CHECKOUT, $body),
            'Content-Type: application/json',
        ],
    ]]);
    $bytes = (string) file_get_contents(getenv('DOKU_BASE_URL') . CHECKOUT, false, $context);
    $status = explode(' ', $http_response_header[0])[1];
    if ($status !== '200') {
        throw new RuntimeException("DOKU answered $status $bytes");
    }
    $headers = [];
    foreach ($http_response_header as $line) {
        [$name, $value] = explode(':', $line, 2) + [1 => ''];
        $headers[strtolower($name)] = trim($value);
    }
    $wanted = signature($requestId, 'Response-Timestamp', $headers['response-timestamp'] ?? '', CHECKOUT, $bytes);
    if (!hash_equals($wanted, $headers['signature'] ?? '')) {
        throw new RuntimeException("this response is not DOKU's");
    }
    return json_decode($bytes, true, 512, JSON_THROW_ON_ERROR)['response']['payment']['url'];
}

/** Takes what DOKU tells of a payment; returns the status to answer with. */
function notified(string $target, string $bytes): int
{
    $wanted = signature($_SERVER['HTTP_REQUEST_ID'] ?? '', 'Request-Timestamp', $_SERVER['HTTP_REQUEST_TIMESTAMP'] ?? '', $target, $bytes);
    if (($_SERVER['HTTP_CLIENT_ID'] ?? '') !== getenv('DOKU_CLIENT_ID') || !hash_equals($wanted, $_SERVER['HTTP_SIGNATURE'] ?? '')) {
        return 401;
    }
    $told = json_decode($bytes, true, 512, JSON_THROW_ON_ERROR);
    $invoice = (string) ($told['order']['invoice_number'] ?? '');
    $order = order($invoice);
    // After FAILED the customer may take another method, so only SUCCESS ends an order; a second one changes nothing.
    if ($order !== null && ($told['transaction']['status'] ?? '') === 'SUCCESS' && (int) $told['order']['amount'] === $order['amount']) {
        keep($invoice, ['state' => 'PAID'] + $order);
    }
    return 200;
}

/** A shop has a database; this one has a file for each order. */
function place(string $invoice): string
{
    return getenv('SHOP_ORDERS') . '/' . hash('sha256', $invoice) . '.json';
}

function order(string $invoice): ?array
{
    return is_file(place($invoice)) ? json_decode((string) file_get_contents(place($invoice)), true) : null;
}

function keep(string $invoice, array $order): void
{
    file_put_contents(place($invoice), json_encode($order));
}

function answer(string $method, string $path): array
{
    if ($method === 'POST' && $path === NOTIFICATIONS) {
        return [notified($path, (string) file_get_contents('php://input')), []];
    }
    if ($method === 'POST' && $path === '/buy') {
        $invoice = 'INV-' . bin2hex(random_bytes(8));
        keep($invoice, ['amount' => (int) $_GET['amount'], 'state' => 'PENDING']);
        return [200, ['invoice' => $invoice, 'url' => checkout($invoice, (int) $_GET['amount'])]];
    }
    $order = order(substr($path, strlen('/orders/')));
    return $order === null ? [404, []] : [200, $order];
}

try {
    [$status, $content] = answer($_SERVER['REQUEST_METHOD'], explode('?', $_SERVER['REQUEST_URI'])[0]);
} catch (JsonException $e) {
    [$status, $content] = [400, ['error' => $e->getMessage()]];
} catch (RuntimeException $e) {
    [$status, $content] = [502, ['error' => $e->getMessage()]];
}
http_response_code($status);
header('Content-Type: application/json');
echo json_encode((object) $content, JSON_UNESCAPED_SLASHES);
