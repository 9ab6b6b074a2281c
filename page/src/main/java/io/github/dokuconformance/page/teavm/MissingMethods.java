package io.github.dokuconformance.page.teavm;

import io.github.dokuconformance.page.Missing;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Calls the methods of {@link Missing} where TeaVM's library lacks the Java platform's.
 *
 * <p>Each of those says by {@link Missing.Of} which class's it stands for; a method of an object
 * takes the object first.
 */
public final class MissingMethods implements TeaVMPlugin, ClassHolderTransformer {
  private final Map<MethodReference, MethodReference> replacements = new HashMap<>();

  @Override
  public void install(TeaVMHost host) {
    for (Method method : Missing.class.getDeclaredMethods()) {
      Missing.Of of = method.getAnnotation(Missing.Of.class);
      if (of != null) {
        MethodReference replacement = MethodReference.parse(method);
        List<ValueType> signature = new ArrayList<>(List.of(replacement.getSignature()));
        if (!of.isStatic()) {
          signature.remove(0);
        }
        replacements.put(
            new MethodReference(
                of.value().getName(), method.getName(), signature.toArray(ValueType[]::new)),
            replacement);
      }
    }
    host.add(this);
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (type.getName().equals(Missing.class.getName())) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call) {
              replace(call);
            }
          }
        }
      }
    }
  }

  private void replace(InvokeInstruction call) {
    MethodReference replacement = replacements.get(call.getMethod());
    if (replacement == null) {
      return;
    }
    List<Variable> arguments = new ArrayList<>(call.getArguments());
    if (call.getInstance() != null) {
      arguments.add(0, call.getInstance());
      call.setInstance(null);
    }
    call.setType(InvocationType.SPECIAL);
    call.setMethod(replacement);
    call.setArguments(arguments.toArray(Variable[]::new));
  }
}
