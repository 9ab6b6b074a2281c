package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.finding.Visible;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The names of files as text, the same text whatever the locale.
 *
 * <p>To a POSIX system a name is bytes. Java turns them into text, and back, by the locale's
 * charset; under {@code LC_ALL=C} a name that is not ASCII is lost, as is one anywhere that is not
 * of the charset. Here a name is its bytes as UTF-8, where a byte that is not UTF-8 becomes a lone
 * low surrogate, U+DC80 to U+DCFF. Windows' names are text already.
 */
public final class FileNames {
  private static final boolean POSIX = File.separatorChar == '/';
  private static final boolean PLATFORM_IS_UTF_8 =
      System.getProperty("sun.jnu.encoding", "UTF-8").equalsIgnoreCase("UTF-8");
  private static final int UNDECODED = 0xDC00;
  private static final Path HERE = findHere();

  /** Whether Java has lost the working directory's name, and so finds no relative one. */
  private static final boolean LOST = !HERE.equals(Path.of("").toAbsolutePath());

  private FileNames() {}

  /**
   * Returns the program's arguments as the system has them; as Java has them where the system does
   * not tell.
   */
  public static String[] arguments(String[] asJavaHasThem) {
    if (!POSIX || Arrays.stream(asJavaHasThem).allMatch(Visible::isPrintableAscii)) {
      return asJavaHasThem;
    }
    List<String> all = new ArrayList<>();
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/self/cmdline"));
      int start = 0;
      for (int i = 0; i < line.length; i++) {
        if (line[i] == 0) {
          all.add(text(Arrays.copyOfRange(line, start, i)));
          start = i + 1;
        }
      }
    } catch (IOException e) {
      return asJavaHasThem;
    }
    if (all.size() < asJavaHasThem.length) {
      return asJavaHasThem;
    }
    List<String> last = all.subList(all.size() - asJavaHasThem.length, all.size());
    for (int i = 0; i < last.size(); i++) {
      boolean plain = Visible.isPrintableAscii(asJavaHasThem[i]);
      if (plain && !last.get(i).equals(asJavaHasThem[i])) {
        return asJavaHasThem; // Java has read its arguments from elsewhere.
      }
    }
    return last.toArray(String[]::new);
  }

  /**
   * Returns the file of that name.
   *
   * @throws InvalidPathException if no file can have it
   */
  public static Path path(String name) {
    return LOST ? HERE.resolve(relative(name)) : relative(name);
  }

  /** Returns the file that a name means to who is in the folder of another file. */
  public static Path besides(Path other, String name) {
    return other.resolveSibling(relative(name));
  }

  /** Returns the working directory. */
  public static Path here() {
    return HERE;
  }

  private static Path findHere() {
    Path here = Path.of("").toAbsolutePath();
    if (Visible.isPrintableAscii(System.getProperty("user.dir")) || Files.isDirectory(here)) {
      return here;
    }
    try {
      return Path.of("/proc/self/cwd").toRealPath();
    } catch (IOException e) {
      return here; // There is none, or this is not Linux.
    }
  }

  private static Path relative(String name) {
    if (!POSIX || Visible.isPrintableAscii(name) || (PLATFORM_IS_UTF_8 && isUnicode(name))) {
      return Path.of(name);
    }
    if (name.indexOf('\0') >= 0) {
      throw new InvalidPathException(name, "Nul character not allowed");
    }
    // A file URI is the one form in which Java takes a name's bytes as they are.
    StringBuilder uri = new StringBuilder("file://");
    if (!name.startsWith("/")) {
      uri.append(HERE.toUri().getRawPath()).append('/');
    }
    for (byte b : bytes(name.replaceAll("/+", "/"))) {
      uri.append(b == '/' ? "/" : String.format(Locale.ROOT, "%%%02x", b));
    }
    Path path = Path.of(URI.create(uri.toString()));
    return name.startsWith("/") ? path : belowHere(path);
  }

  /**
   * As {@link Path#relativize} of the working directory, which would take away dots, as in "./x".
   */
  private static Path belowHere(Path path) {
    return path.subpath(HERE.getNameCount(), path.getNameCount());
  }

  /** Returns the name of a file. */
  public static String of(Path file) {
    Path path = LOST && file.startsWith(HERE) && !file.equals(HERE) ? belowHere(file) : file;
    String name = path.toString();
    if (!POSIX || Visible.isPrintableAscii(name)) {
      return name;
    }
    String[] parts = HERE.resolve(path).toUri().getRawPath().replaceFirst("/$", "").split("/", -1);
    int count = Math.min(path.getNameCount(), parts.length);
    String encoded =
        String.join("/", Arrays.asList(parts).subList(parts.length - count, parts.length));
    return (path.isAbsolute() ? "/" : "") + text(decoded(encoded));
  }

  /** Returns the bytes of a name. */
  public static byte[] bytes(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
    name.codePoints()
        .forEach(
            c -> {
              if (c > UNDECODED + 0x7f && c <= UNDECODED + 0xff) {
                bytes.write(c - UNDECODED);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  private static String text(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (UNDECODED + (in.get() & 0xff)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  private static byte[] decoded(String percentEncoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(percentEncoded.length());
    for (int i = 0; i < percentEncoded.length(); i++) {
      char c = percentEncoded.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(percentEncoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isUnicode(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }
}
