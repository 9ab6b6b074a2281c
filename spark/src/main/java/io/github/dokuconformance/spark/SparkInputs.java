package io.github.dokuconformance.spark;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputStart;
import io.github.dokuconformance.cli.input.recognition.JsonLine;
import io.github.dokuconformance.cli.stored.StoredSummary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Divides inputs into parts; an input that can't be read at all has none. */
final class SparkInputs {
  private final Configuration configuration;
  private final long splitSize;
  private final List<StoredSummary.Input> inputs = new ArrayList<>();
  private final List<Split> splits = new ArrayList<>();

  SparkInputs(Configuration configuration, long splitSize) {
    this.configuration = configuration;
    this.splitSize = splitSize;
  }

  List<StoredSummary.Input> inputs() {
    return inputs;
  }

  List<Split> splits() {
    return splits;
  }

  /** Adds a file, or the files that a pattern matches, in the order of their names. */
  void add(String name) throws IOException {
    try {
      Path path = new Path(name);
      FileSystem files = path.getFileSystem(configuration);
      FileStatus[] found = files.exists(path) ? null : files.globStatus(path);
      if (found == null || found.length == 0) {
        add(name, path, files);
        return;
      }
      Arrays.sort(found);
      for (FileStatus each : found) {
        add(each.getPath().toString(), each.getPath(), files);
      }
    } catch (IllegalArgumentException e) {
      inputs.add(
          unreadable(InputException.of(name, "expected a path or a URI, got neither"), name));
    }
  }

  private void add(String name, Path path, FileSystem files) throws IOException {
    try {
      FileStatus status = status(name, path, files);
      requireLines(name, status);
      try (InputStream in = files.open(path)) {
        InputStart.read(name, in);
      }
      int input = inputs.size();
      inputs.add(new StoredSummary.Input(name, Optional.empty()));
      for (long start = 0; start < status.getLen(); start += splitSize) {
        long end = Math.min(status.getLen(), start + splitSize);
        splits.add(
            new Split(
                splits.size(), input, name, files.makeQualified(path).toString(), start, end));
      }
    } catch (InputException e) {
      inputs.add(unreadable(e, name));
    }
  }

  private static FileStatus status(String name, Path path, FileSystem files)
      throws IOException, InputException {
    try {
      return files.getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw InputException.ofIo(name, new NoSuchFileException(name));
    }
  }

  private static void requireLines(String name, FileStatus status) throws InputException {
    if (status.isDirectory()) {
      throw InputException.of(
          name,
          "expected a file, got a directory; name the files in it, as in " + name + "/*.jsonl");
    }
    Optional<InputFormat> format = InputFormat.ofFileName(name);
    if (format.isPresent() && format.get() != InputFormat.JSONL) {
      throw InputException.of(
          name, "expected exchange JSON, one a line (.jsonl), got ." + format.get());
    }
    if (name.endsWith(".gz")) {
      throw InputException.of(name, "expected lines as they are, got compressed ones; unpack them");
    }
  }

  private static StoredSummary.Input unreadable(InputException e, String name) {
    return new StoredSummary.Input(name, Optional.of(String.valueOf(e.getMessage())));
  }

  /** Takes note of inputs in which no part has a line with something on it. */
  void findBlank(List<StoredSummary.Split> counted) {
    for (int i = 0; i < inputs.size(); i++) {
      int input = i;
      boolean blank =
          counted.stream()
              .filter(split -> split.input() == input)
              .allMatch(split -> split.exchanges() + split.unreadable() == 0);
      StoredSummary.Input known = inputs.get(i);
      if (blank && known.unreadable().isEmpty()) {
        inputs.set(i, unreadable(JsonLine.noneIn(known.name()), known.name()));
      }
    }
  }
}
