package io.github.dokuconformance.cli.input.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Commands of every option that is known, every quoting and every shape. {@code HOST} stands for
 * where a server listens, {@code body.json} is a file beside the command.
 */
final class CurlCommands {
  /** What the reader is to make of a command, besides that it makes what curl makes. */
  enum Expectation {
    READ,
    REFUSED,
    /** It may do either: read rightly, or refuse. */
    ANY
  }

  /**
   * A command.
   *
   * @param text as people have it
   * @param run what a shell can run of it
   */
  record Case(String name, String text, String run, Expectation expectation) {}

  private static final String URL = "http://HOST/akulaku-peer-to-peer/v2/cancel";

  /** Values that let curl send its request all the same. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("max-time", "5"),
          Map.entry("connect-timeout", "5"),
          Map.entry("speed-limit", "1"),
          Map.entry("speed-time", "5"),
          Map.entry("keepalive-time", "5"),
          Map.entry("max-redirs", "1"),
          Map.entry("retry", "0"),
          Map.entry("retry-delay", "1"),
          Map.entry("retry-max-time", "1"),
          Map.entry("limit-rate", "1M"),
          Map.entry("tls-max", "1.2"),
          Map.entry("resolve", "example.test:1:127.0.0.1"),
          Map.entry("connect-to", "a:1:b:2"),
          Map.entry("interface", "lo"),
          Map.entry("proxy", "http://HOST"),
          Map.entry("proxy-header", "X-Proxy: 1"),
          Map.entry("cookie", "a=b"),
          Map.entry("user", "name:SK-TEST-NOT-A-SECRET"),
          Map.entry("proxy-user", "name:SK-TEST-NOT-A-SECRET"));

  private final List<Case> cases = new ArrayList<>();

  private CurlCommands() {}

  static List<Case> all() {
    CurlCommands all = new CurlCommands();
    all.options();
    all.quotings();
    all.data();
    all.urls();
    all.headers();
    all.shapes();
    return all.cases;
  }

  private void options() {
    Map<String, CurlOption> named = new TreeMap<>(CurlOption.byName());
    named.forEach(
        (name, option) -> {
          String longName = name.startsWith("--") ? name.substring(2) : longName(name);
          String value = VALUES.getOrDefault(longName, "out.txt");
          switch (option) {
            case HARMLESS, GLOBOFF, PATH_AS_IS ->
                any("option " + name, "curl %s %s -d '{}'".formatted(name, URL));
            case HARMLESS_WITH_VALUE ->
                any("option " + name, "curl %s '%s' %s -d '{}'".formatted(name, value, URL));
            case UNSUPPORTED -> refused("option " + name, "curl %s x %s".formatted(name, URL));
            default -> {} // These have cases of their own.
          }
        });
  }

  /** Returns the name of a letter whose value matters. */
  private static String longName(String letter) {
    return switch (letter) {
      case "-m" -> "max-time";
      case "-Y" -> "speed-limit";
      case "-y" -> "speed-time";
      case "-x" -> "proxy";
      case "-b" -> "cookie";
      case "-u" -> "user";
      case "-U" -> "proxy-user";
      default -> "";
    };
  }

  /** Each way to write a text, for texts that need quoting. */
  private void quotings() {
    List<String> texts =
        List.of(
            "{}",
            "{\"a\":\"b c\"}",
            "{\"name\":\"Bu Ani's\"}",
            "{\"path\":\"C:\\\\x\"}",
            "{\"price\":\"$5 `x` !\"}",
            "{\"name\":\"Kopi \u2615 \ud83d\ude00\"}",
            "{\n  \"a\": 1\r\n}\n",
            "#a;b|c&d>e<f~(g)",
            "a{b,c}d[1-2]*?",
            "\t {\"a\" : 1} ");
    for (String option :
        List.of("-d ", "--data ", "--data-raw ", "--data-binary ", "--json ", "-d")) {
      for (String text : texts) {
        String name = "quoting " + option + text;
        read(name + " '", "curl " + URL + " " + option + single(text));
        read(name + " \"", "curl " + URL + " " + option + doubled(text));
        read(name + " $'", "curl " + URL + " " + option + ansi(text));
        read(name + " \\", "curl " + URL + " " + option + backslashed(text));
      }
    }
    for (String word :
        List.of(
            "$'\\x41\\101\\u0041\\U00000041'",
            "$'\\a\\b\\e\\f\\n\\r\\t\\v\\\\\\'\\\"\\?'",
            "$'\\u00e9\\u2615'",
            "$'\\xff\\xfe'",
            "$'\\q\\('",
            "'a'\"b\"$'c'd",
            "\"\\a\\\\ \\\"\"",
            "a\\\nb",
            "\"a\\\nb\"",
            "$",
            "a$",
            "\"$\"",
            "a=b",
            "^",
            "'^\"x^\"'",
            "%41")) {
      read("word " + word, "curl " + URL + " --data-raw " + word);
    }
    for (String word :
        List.of(
            "$HOME",
            "\"$HOME\"",
            "${HOME}",
            "$(echo a)",
            "`echo a`",
            "\"`echo a`\"",
            "{a,b}",
            "{1..3}",
            "~",
            "~/a",
            "$\"a\"")) {
      refused("shell's own " + word, "curl " + URL + " -d " + word);
    }
  }

  private void data() {
    for (String arguments :
        List.of(
            "-d a -d b",
            "-d '' -d b",
            "-d a -d ''",
            "-d ''",
            "--json '{' --json '}'",
            "--json '{}' -d a",
            "-d a --json '{}'",
            "--data-raw @a",
            "--data-raw ''",
            "-d @body.json",
            "--data-binary @body.json",
            "--json @body.json",
            "--data-ascii @body.json",
            "-d @body.json -d a",
            "-X PUT -d a",
            "-XPATCH --data a",
            "--request DELETE",
            "-X post -d a",
            "-X GET -d a",
            "-I",
            "--head",
            "-X HEAD -I",
            "-G -d a=1 -d 'b=2'",
            "-G -d 'a b'",
            "--get --data-raw x",
            "-G -I -d a",
            "-I -d a",
            "-sSkd a",
            "-sXPUT -da",
            "-d a -H 'Content-Length: 1'",
            "-d a -H 'Content-Length: 5'",
            "-d a -H 'Transfer-Encoding: chunked'",
            "-d a -H 'Expect: 100-continue'",
            "-d a -H 'Expect:'",
            "-d a -o /dev/null -s",
            "--url-query a=b",
            "--data-urlencode a=b",
            "-F a=b",
            "-T body.json")) {
      any("data " + arguments, "curl " + URL + " " + arguments);
    }
  }

  private void urls() {
    for (String url :
        List.of(
            "http://HOST",
            "http://HOST/",
            "HOST/a",
            "HTTP://HOST/a",
            "http:/HOST/a",
            "http:///HOST/a",
            "http:HOST/a",
            "http://HOST?a=b",
            "http://HOST/?a=b",
            "http://HOST/a?b=c&d=e",
            "http://HOST/a?b?c",
            "http://HOST/a#b",
            "http://HOST/a?b#c",
            "http://HOST#b",
            "http://HOST/a/../b",
            "http://HOST/a/./b",
            "http://HOST/a/..",
            "http://HOST/a/.",
            "http://HOST/../a",
            "http://HOST/a/b/../../../c",
            "http://HOST/a//b",
            "http://HOST/a//../b",
            "http://HOST//a",
            "http://HOST/a/...",
            "http://HOST/.a/..b/c.",
            "http://HOST/a?b=/../c",
            "http://HOST/%2e%2e/a",
            "http://HOST/a/%2E%2E/b",
            "http://HOST/a/%2e/b",
            "http://HOST/a%2Fb%20c",
            "http://HOST/a b",
            "http://HOST/a+b;c=d,e:f@g",
            "http://HOST/caf\u00e9",
            "http://HOST/a?b=\u2615",
            "http://HOST/a|b",
            "http://HOST/a\\b",
            "http://HOST/\"a\"",
            "http://HOST/<a>",
            "http://HOST/^a`b",
            "http://HOST/{a}",
            "http://HOST/{a,b}",
            "http://HOST/[1-2]",
            "http://HOST/[a]",
            "http://HOST/a}",
            "http://HOST/a]",
            "http://HOST/a?ids[]=1",
            "http://HOST/\\{a\\}",
            "http://HOST/\\[1\\]",
            "http://HOST/a\\",
            "http://name@HOST/a",
            "http://name:SK-TEST-NOT-A-SECRET@HOST/a",
            "http://HOST/a@b",
            "http://HOST/a:b",
            "http://HOST/a?b=http://c/d",
            "http://HOST/~a",
            "http://HOST/a/../../b?c=../d#../e",
            "http://HOST/..",
            "http://HOST/.",
            "http://HOST/a/..?b",
            "http://HOST/a?",
            "http://HOST/?",
            "http://HOST/a?b&",
            "http://HOST/a?&",
            "http://HOST/a?b=1&#c",
            "HOST",
            "http://HOST:/a",
            "http://HOST:80:80/a",
            "http://a@b@HOST/a",
            "ftp://HOST/a",
            "file:///etc/hostname",
            "http://")) {
      any("URL " + url, "curl " + single(url) + " -d a");
      any("URL -g " + url, "curl -g " + single(url));
      any("URL --path-as-is " + url, "curl --path-as-is " + single(url));
      any("URL -G " + url, "curl -G " + single(url) + " -d q=1");
    }
    any("URL after data", "curl -d a --url " + URL);
    any("two URLs", "curl " + URL + " " + URL);
  }

  private void headers() {
    for (String header :
        List.of(
            "Client-Id: MCH-1",
            "Client-Id:MCH-1",
            "Client-Id:   MCH-1  ",
            "Client-Id : MCH-1",
            "X;",
            "X:",
            "X: ",
            "X",
            ";",
            ":",
            ": a",
            "X;Y: a",
            "X: ;",
            "X: a: b",
            "X: \"a\"",
            "X: caf\u00e9",
            "X: a\tb",
            "Content-Type: application/json",
            "content-type:",
            "Content-Type;",
            "Accept:",
            "Host: api-sandbox.doku.com",
            "Host:",
            "User-Agent:",
            "Signature: HMACSHA256=x/+==",
            "@body.json",
            "X: @a",
            " X: a",
            "X\t: a",
            "{{a}}: b",
            "X: {{b}}")) {
      any("header " + header, "curl " + URL + " -H " + single(header) + " -d a");
      any(
          "header --json " + header,
          "curl " + URL + " --header " + single(header) + " --json '{}'");
      any("header alone " + header, "curl " + URL + " -H" + single(header));
    }
    any("header twice", "curl " + URL + " -H 'X: 1' -H 'X: 2' -H 'x: 3'");
    any("header taken away and given", "curl " + URL + " -H 'X:' -H 'X: 1'");
    any("header with a line end", "curl " + URL + " -H $'X: a\\r\\nY: b'");
  }

  private void shapes() {
    String command = "curl " + URL + " -H 'X: 1' -d '{}'";
    read("piped", command + " | cat");
    read("piped with what looks like a command", command + " | grep -v 'curl x' | cat; true");
    read("piped into a subshell", command + " | (cat)");
    read("redirected", command + " > out.txt");
    read("redirected errors", command + " 2>/dev/null");
    read("redirected both", command + " >out.txt 2>&1");
    read("appended", command + " >> out.txt");
    read("semicolon", command + ";");
    read("two with semicolon", command + "; " + command);
    read("two with &&", command + " && " + command);
    read("two lines", command + "\n" + command);
    read("three lines, comments", "# a\n" + command + "\n\n# b\n" + command + " # c\n" + command);
    read("continued", "curl \\\n  " + URL + " \\\n  -d '{}'");
    read("continued, CRLF", "curl \\\r\n  " + URL + " \\\r\n  -d '{}'", "curl " + URL + " -d '{}'");
    read("shebang", "#!/bin/sh\n" + command);
    read("other commands around", "set -e\n" + command + "\necho done");
    read("env", "env X=y " + command);
    read("assignment", "X=y " + command);
    read("command", "command " + command);
    read("prompt", "$ " + command, command);
    read("prompt of zsh", "% " + command, command);
    read("prompt with a host", "me@host:~$ " + command, command);
    read(
        "prompt and output",
        "$ " + command + "\n{\"a\": \"it's\"}\n$ " + command,
        command + "\n" + command);
    read("sudo", "sudo " + command, command);
    read("curl.exe", command.replace("curl ", "curl.exe "), command);
    read("fence", "```bash\n" + command + "\n```", command);
    read("here-document", "curl " + URL + " -d @- <<'EOF'\n{\"a\":\n 1}\nEOF");
    read("here-document, binary", "curl " + URL + " --data-binary @- <<'EOF'\n{\"a\":\n 1}\nEOF");
    read("here-document without quotes", "curl " + URL + " --json @- <<EOF\n{\"a\": 1}\nEOF");
    read(
        "here-document with tabs",
        "curl " + URL + " --data-binary @- <<-'EOF'\n\t{\"a\":\n\t\t1}\n\tEOF");
    read("here-document in the middle", "curl -d @- <<'EOF' " + URL + "\n{}\nEOF");
    read("here-document, quoted twice", "curl " + URL + " -d @- << \"EOF\"\n{$x}\nEOF");
    read("here-document, then another command", "curl " + URL + " -d @- <<'A'\nx\nA\n" + command);
    refused("here-document with a variable", "curl " + URL + " -d @- <<EOF\n$HOME\nEOF");
    read("here-string", "curl " + URL + " --data-binary @- <<<'{\"a\":1}'");
    read("here-string, text", "curl " + URL + " -d @- <<< '{\"a\":1}'");
    read("standard input", "curl " + URL + " -d @- < body.json");
    refused("standard input of a pipe", "echo '{}' | curl " + URL + " -d @-");
    refused("no standard input", "curl " + URL + " -d @-", "true");
    refused("cmd", "curl \"" + URL + "\" --data-raw \"^{^\\^\"a^\\^\":1^}\"");
    refused("cmd over lines", "curl ^\"" + URL + "^\" ^\n  -d a", "true");
    refused("PowerShell over lines", "curl.exe `\n " + URL, "true");
    refused("PowerShell", "Invoke-RestMethod -Uri " + URL, "true");
    refused("typographic quotes", "curl \u201c" + URL + "\u201d", "true");
    refused("Postman's variables", "curl '" + "{{host}}/a'", "true");
    refused("loop", "for i in 1 2; do " + command + "; done");
  }

  private void read(String name, String command) {
    read(name, command, command);
  }

  private void read(String name, String command, String run) {
    cases.add(new Case(name, command, run, Expectation.READ));
  }

  private void any(String name, String command) {
    cases.add(new Case(name, command, command, Expectation.ANY));
  }

  private void refused(String name, String command) {
    refused(name, command, command);
  }

  private void refused(String name, String command, String run) {
    cases.add(new Case(name, command, run, Expectation.REFUSED));
  }

  private static String single(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String doubled(String text) {
    return "\"" + text.replaceAll("[\"$`\\\\]", "\\\\$0") + "\"";
  }

  private static String ansi(String text) {
    return "$'"
        + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        + "'";
  }

  /** A backslash before every character; a line end can't be written so. */
  private static String backslashed(String text) {
    StringBuilder all = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r') {
                all.append(c == '\n' ? "$'\\n'" : "$'\\r'");
              } else {
                all.append(Character.isLetterOrDigit(c) ? "" : "\\").appendCodePoint(c);
              }
            });
    return all.toString();
  }
}
