import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Records what Spring's RestTemplate or RestClient sends: builder.requestInterceptor(new Recorder()). */
class Recorder implements ClientHttpRequestInterceptor {
  @Override
  public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    var message = Map.of("method", request.getMethod().name(), "target", request.getURI().toString(), "headers", request.getHeaders(), "body", Map.of("base64", body));
    String line = new ObjectMapper().writeValueAsString(Map.of("request", message));
    Files.write(Path.of("exchanges.jsonl"), List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return execution.execute(request, body);
  }
}
