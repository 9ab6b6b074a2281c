package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that was read, its response where one follows, and where both stand. */
record HttpExchange(Request request, @Nullable Response response, HttpOutline outline, int end) {
  HttpExchange with(Response answer, HttpOutline.Message place) {
    return new HttpExchange(
        request, answer, new HttpOutline(outline.request(), Optional.of(place)), place.end());
  }

  HttpExchange withEnd(int newEnd) {
    return new HttpExchange(request, response, outline, newEnd);
  }
}
