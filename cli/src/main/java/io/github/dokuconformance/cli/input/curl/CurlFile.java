package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Exchange;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads one curl command, as browsers and Postman copy it, into the request that curl would send.
 *
 * <p>The command is split as a POSIX shell does (see {@link ShellWords}) and never run. {@code -d}
 * and its kin are joined with {@code &}; files that they name ({@code @body.json}) are read from
 * beside the command's file, if they are allowed. The method and {@code Content-Type} that curl
 * implies are part of the request; {@code Host}, {@code User-Agent}, {@code Accept}, cookies and
 * credentials are not. The target is the whole URL without fragment. An option that is not known is
 * an error, since it could change the request.
 *
 * <p>Source: the manual page of curl 8, and its behaviour.
 */
public final class CurlFile {
  private final String file;
  private final CurlRequest request;

  private CurlFile(String file, CurlRequest request) {
    this.file = file;
    this.request = request;
  }

  /** Parses the command; data files that it names come from those allowed. */
  public static Exchange parse(String file, byte[] command, AllowedFiles files)
      throws InputException {
    List<ShellWord> words = ShellWords.split(file, command);
    if (words.isEmpty()) {
      throw InputException.of(file, "expected a command that begins with curl, got nothing");
    }
    String name = words.get(0).text();
    if (!name.equals("curl") && !name.endsWith("/curl")) {
      throw InputException.atLine(
          file,
          words.get(0).line(),
          "expected a command that begins with curl, got " + Visible.quoted(name));
    }
    CurlFile reader = new CurlFile(file, new CurlRequest(file, files));
    Iterator<ShellWord> arguments = words.subList(1, words.size()).iterator();
    while (arguments.hasNext()) {
      reader.argument(arguments.next(), arguments);
    }
    return Exchange.of(file, reader.request.build(), null);
  }

  private void argument(ShellWord word, Iterator<ShellWord> rest) throws InputException {
    String text = word.text();
    if (text.startsWith("--")) {
      CurlOption option = option(word, text);
      request.apply(option, option.takesValue() ? value(word, text, rest) : word);
    } else if (text.startsWith("-") && text.length() > 1) {
      shortOptions(word, text, rest);
    } else {
      request.apply(CurlOption.URL, word);
    }
  }

  /** Takes letters that stand together: {@code -sSXPOST} is {@code -s -S -X POST}. */
  private void shortOptions(ShellWord word, String text, Iterator<ShellWord> rest)
      throws InputException {
    for (int i = 1; i < text.length(); i++) {
      String name = "-" + text.charAt(i);
      CurlOption option = option(word, name);
      if (option.takesValue()) {
        boolean attached = i + 1 < text.length();
        request.apply(option, attached ? word.after(i + 1) : value(word, name, rest));
        return;
      }
      request.apply(option, word);
    }
  }

  private CurlOption option(ShellWord word, String name) throws InputException {
    Optional<CurlOption> option = CurlOption.of(name);
    if (option.isEmpty()) {
      // Without what follows a "=": it could be a password.
      String shown = name.replaceFirst("=.*", "");
      throw InputException.atLine(
          file,
          word.line(),
          "expected an option of curl that is known here, got " + Visible.quoted(shown));
    }
    if (option.get() == CurlOption.UNSUPPORTED) {
      throw InputException.atLine(
          file, word.line(), "expected a plain request, got the option " + name);
    }
    return option.get();
  }

  private ShellWord value(ShellWord word, String name, Iterator<ShellWord> rest)
      throws InputException {
    if (!rest.hasNext()) {
      throw InputException.atLine(
          file, word.line(), "expected a value after " + name + ", got the end of the command");
    }
    return rest.next();
  }
}
