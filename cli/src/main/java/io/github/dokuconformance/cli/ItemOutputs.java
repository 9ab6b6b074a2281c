package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ItemFormat;
import io.github.dokuconformance.cli.report.ItemRun;
import io.github.dokuconformance.cli.report.OutputFile;
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
  boolean isForPersonAlone() {
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
    private final List<OutputFile> opened = new ArrayList<>();

    private Opened(Env env) throws InputException {
      this.env = env;
      try {
        for (FormatFile<ItemFormat> each : files) {
          opened.add(Reports.file(each.file(), env.mask()));
        }
      } catch (InputException e) {
        close();
        throw e;
      }
    }

    /** Returns where reports of a form go, but for text on standard output. */
    List<PrintWriter> writers(ItemFormat wanted) {
      List<PrintWriter> writers = new ArrayList<>();
      if (format == wanted && !isText()) {
        writers.add(env.out());
      }
      for (int i = 0; i < opened.size(); i++) {
        if (files.get(i).format() == wanted) {
          writers.add(opened.get(i).writer());
        }
      }
      return writers;
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
    void end(Supplier<ItemRun> run) throws InputException {
      List<PrintWriter> junit = writers(ItemFormat.JUNIT);
      List<PrintWriter> markdown = writers(ItemFormat.MARKDOWN);
      if (!junit.isEmpty() || !markdown.isEmpty()) {
        ItemRun made = run.get();
        junit.forEach(made::junit);
        markdown.forEach(made::markdown);
      }
      for (OutputFile file : opened) {
        Reports.commit(file);
      }
    }

    @Override
    public void close() {
      opened.forEach(Reports::discard);
    }
  }

  /** Reads {@code junit=build/doku.xml}. */
  static final class FileConverter extends FormatFile.Converter<ItemFormat> {
    FileConverter() {
      super(ItemFormat.values());
    }
  }
}
