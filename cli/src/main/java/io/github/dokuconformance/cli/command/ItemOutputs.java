package io.github.dokuconformance.cli.command;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ItemFormat;
import io.github.dokuconformance.cli.report.ItemRun;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** What a command on items reports, how, and where to. */
public final class ItemOutputs {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the report: ${COMPLETION-CANDIDATES} (default: text).")
  private ItemFormat format;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = FileConverter.class,
      description = "Write a report to a file, whole or not at all; repeatable.")
  private List<FormatFile<ItemFormat>> files = List.of();

  public ItemFormat format() {
    return format;
  }

  public boolean isText() {
    return format == ItemFormat.TEXT;
  }

  /** Tells whether nothing is written but text for a person. */
  public boolean isForPersonAlone() {
    return isText() && files.isEmpty();
  }

  /**
   * Begins to report.
   *
   * @throws InputException where a file can't be written
   */
  public Opened open(Env env) throws InputException {
    return new Opened(env);
  }

  /** Reports that are not ended yet; where they are closed before, no file is left. */
  public final class Opened implements AutoCloseable {
    private final Env env;
    private final OutputFiles opened = new OutputFiles();
    private final List<PrintWriter> writers = new ArrayList<>();

    private Opened(Env env) throws InputException {
      this.env = env;
      try {
        for (FormatFile<ItemFormat> each : files) {
          writers.add(opened.open(each.file(), env.mask()));
        }
      } catch (InputException e) {
        close();
        throw e;
      }
    }

    /** Returns where reports of a form go, but for text on standard output. */
    public List<PrintWriter> writers(ItemFormat wanted) {
      List<PrintWriter> found = new ArrayList<>();
      if (format == wanted && !isText()) {
        found.add(env.out());
      }
      for (int i = 0; i < writers.size(); i++) {
        if (files.get(i).format() == wanted) {
          found.add(writers.get(i));
        }
      }
      return found;
    }

    /**
     * Writes the reports, but for text on standard output, which a command writes as it goes.
     *
     * @param run as JUnit XML and Markdown show it
     */
    public void end(Supplier<ItemRun> run, Consumer<PrintWriter> json, Consumer<PrintWriter> text)
        throws InputException {
      writers(ItemFormat.TEXT).forEach(text);
      writers(ItemFormat.JSON).forEach(json);
      end(run);
    }

    /** As the other, where text and JSON are written already. */
    public void end(Supplier<ItemRun> run) throws InputException {
      List<PrintWriter> junit = writers(ItemFormat.JUNIT);
      List<PrintWriter> markdown = writers(ItemFormat.MARKDOWN);
      if (!junit.isEmpty() || !markdown.isEmpty()) {
        ItemRun made = run.get();
        junit.forEach(made::junit);
        markdown.forEach(made::markdown);
      }
      opened.commit();
    }

    @Override
    public void close() {
      opened.close();
    }
  }

  /** Reads {@code junit=build/doku.xml}. */
  static final class FileConverter extends FormatFile.Converter<ItemFormat> {
    FileConverter() {
      super(ItemFormat.values());
    }
  }
}
