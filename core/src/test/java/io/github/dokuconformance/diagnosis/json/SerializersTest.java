package io.github.dokuconformance.diagnosis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SerializersTest {
  @ParameterizedTest
  @MethodSource("serializersAndBodies")
  void writesWhatTheRealOneWrote(Serializer serializer, String body, String expected) {
    Json json = Tokens.of(Recordings.body(body)).flatMap(SpeltJsonReader::read).orElseThrow();

    assertThat(serializer.write(json)).isEqualTo(expected);
  }

  static Stream<Arguments> serializersAndBodies() {
    return Serializers.all().stream()
        .flatMap(
            serializer ->
                Recordings.BODIES.stream()
                    .map(
                        body ->
                            argumentSet(
                                serializer.runtime() + " " + serializer.call() + " " + body,
                                serializer,
                                body,
                                Recordings.of(serializer.runtime())
                                    .get(serializer.call())
                                    .get(body))));
  }
}
