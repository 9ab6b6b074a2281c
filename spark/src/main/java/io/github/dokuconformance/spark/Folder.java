package io.github.dokuconformance.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SerializableWritable;

/**
 * A folder that drivers and workers write to and read from, whole files only: what a task that died
 * has begun is never taken for a file, and what a task writes once more takes its own place.
 */
final class Folder implements Serializable {
  /** The folder within it of what is of no use once the run has ended. */
  static final String WORK = "_work";

  private static final long serialVersionUID = 1;

  private final String path;
  private final SerializableWritable<Configuration> configuration;

  Folder(String path, Configuration configuration) {
    this.path = path;
    this.configuration = new SerializableWritable<>(configuration);
  }

  /** Opens a file, wherever it is. */
  FSDataInputStream open(String file) throws IOException {
    Path name = new Path(file);
    return name.getFileSystem(configuration.value()).open(name);
  }

  DataInputStream read(String name) throws IOException {
    return new DataInputStream(new BufferedInputStream(files().open(new Path(path, name))));
  }

  Output write(String name) throws IOException {
    return new Output(name);
  }

  boolean exists() throws IOException {
    return files().exists(new Path(path));
  }

  void delete(String name) throws IOException {
    files().delete(new Path(path, name), true);
  }

  private FileSystem files() throws IOException {
    FileSystem files = new Path(path).getFileSystem(configuration.value());
    files.setWriteChecksum(false); // It would lie beside each file.
    return files;
  }

  /** A file that gets its name once it is whole. */
  final class Output implements Closeable {
    private final FileSystem files = files();
    private final Path target;
    private final Path begun;
    private final DataOutputStream out;

    private Output(String name) throws IOException {
      target = new Path(path, name);
      begun = new Path(new Path(path, WORK), UUID.randomUUID().toString());
      out = new DataOutputStream(new BufferedOutputStream(files.create(begun), 1 << 16));
    }

    DataOutputStream data() {
      return out;
    }

    /** Writes a line of ASCII. */
    void line(String text) throws IOException {
      out.writeBytes(text);
      out.write('\n');
    }

    void commit() throws IOException {
      out.close();
      files.mkdirs(target.getParent());
      if (files.rename(begun, target)) {
        return;
      }
      // Another try of the same task was first, with the same content.
      files.delete(target, false);
      if (!files.rename(begun, target)) {
        throw new IOException("can't be put into its place: " + target.getName());
      }
    }

    /** Leaves nothing of a file that was not put into its place. */
    @Override
    public void close() throws IOException {
      out.close();
      files.delete(begun, false);
    }
  }
}
