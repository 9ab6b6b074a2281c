package io.github.dokuconformance.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.SchemaLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractFilesTest {

  static List<String> files() {
    return Contract.files("");
  }

  @ParameterizedTest
  @MethodSource("files")
  void opensEveryFileOfTheContract(String path) throws IOException {
    try (InputStream in = ContractFiles.open(path)) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(Contract.ROOT.resolve(path)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "openapi.yaml",
        "json",
        "json/",
        "/openapi.json",
        "json/../openapi.json",
        "./openapi.json",
        "ContractFiles.class"
      })
  void refusesPathThatTheContractDoesNotHave(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractFiles.open(path))
        .withMessageContaining(path);
    assertThatIllegalArgumentException().isThrownBy(() -> ContractFiles.uri(path));
  }

  @Test
  void relativeReferencesResolveInsideAJar(@TempDir Path folder) throws Exception {
    Path jar = pack(Path.of("target/classes"), folder.resolve("a contract.jar"));
    String schema = "json/akulaku/generate-order-request.schema.json";

    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Class<?> packed = loader.loadClass(ContractFiles.class.getName());
      URI uri = (URI) packed.getMethod("uri", String.class).invoke(null, schema);

      assertThat(uri.getScheme()).isEqualTo("jar");
      assertThat(
              Contract.registry()
                  .getSchema(SchemaLocation.of(uri.toString()))
                  .validate(Contract.MAPPER.readTree("{\"order\":{\"amount\":0}}")))
          .anyMatch(error -> error.getSchemaLocation().toString().endsWith("amount/minimum"));
    }
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
