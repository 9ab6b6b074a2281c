package io.github.dokuconformance.cli;

import static java.util.stream.Collectors.toCollection;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The strings that stand as constants in compiled classes of this project. */
final class Constants {
  private static final String ROOT = "io/github/dokuconformance";

  private Constants() {}

  /** A module that the program does not carry; built before it, or beside it, where all are. */
  private static final Path PACT = Path.of("../pact/target/classes");

  /** Returns the constants of the project's modules by the name of their class. */
  static Map<String, Set<String>> ofProject() throws IOException {
    return of(path -> !path.contains("test-vectors"));
  }

  /** Returns them with those of the test vectors, which know nothing of the other modules. */
  static Map<String, Set<String>> ofAll() throws IOException {
    return of(path -> true);
  }

  private static Map<String, Set<String>> of(Predicate<String> wanted) throws IOException {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (path.toString().contains("test-classes") || !wanted.test(path.toString())) {
        continue;
      }
      if (Files.isDirectory(path.resolve(ROOT))) {
        read(path, all);
      } else if (path.getFileName().toString().startsWith("doku-conformance")) {
        URI jar = URI.create("jar:" + path.toUri());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
          read(files.getPath("/"), all);
        }
      }
    }
    if (Files.isDirectory(PACT.resolve(ROOT))) {
      read(PACT, all);
    }
    return all;
  }

  private static void read(Path root, Map<String, Set<String>> all) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(
              file -> {
                String name = root.relativize(file).toString().replace('\\', '/');
                all.put(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                    strings(file));
              });
    }
  }

  /** Reads the constant pool: JVM specification, section 4.4. */
  private static Set<String> strings(Path file) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      in.skipBytes(8);
      int count = in.readUnsignedShort();
      String[] texts = new String[count];
      List<Integer> strings = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 8 -> strings.add(in.readUnsignedShort());
          case 7, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
          case 5, 6 -> {
            in.skipBytes(8);
            i++;
          }
          default -> throw new IllegalStateException("a constant of the kind " + tag);
        }
      }
      return strings.stream().map(i -> texts[i]).collect(toCollection(LinkedHashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
