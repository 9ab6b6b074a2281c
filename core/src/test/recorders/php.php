<?php
// Prints what PHP writes for each body of a folder: php php.php FOLDER

$slashes = JSON_UNESCAPED_SLASHES;
$unicode = JSON_UNESCAPED_UNICODE;
$flags = [
    '' => 0,
    ' slashes' => $slashes,
    ' unicode' => $unicode,
    ' slashes unicode' => $slashes | $unicode,
];
$profiles = [];
foreach ($flags as $name => $flag) {
    foreach (['' => 0, ' pretty' => JSON_PRETTY_PRINT] as $layout => $pretty) {
        $profiles["json_encode object$name$layout"] = [false, $flag | $pretty];
        $profiles["json_encode array$name$layout"] = [true, $flag | $pretty];
    }
    $profiles["json_encode array$name zero-fraction"] = [true, $flag | JSON_PRESERVE_ZERO_FRACTION];
    $profiles["json_encode array$name numeric-check"] = [true, $flag | JSON_NUMERIC_CHECK];
}
$outputs = [];
foreach ($profiles as $name => [$array, $flag]) {
    foreach (glob("$argv[1]/*") as $file) {
        $outputs[$name][basename($file)] = json_encode(json_decode(file_get_contents($file), $array), $flag);
    }
}
echo json_encode(['runtime' => 'php ' . PHP_VERSION, 'outputs' => $outputs], JSON_PRETTY_PRINT), "\n";
