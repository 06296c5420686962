package dev.ephor.faults.weaving;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Makes one alteration in the class that it is about, and leaves all others as they are. */
public final class Weaver implements ClassFileTransformer {
    private final Alteration alteration;

    public Weaver(Alteration alteration) {
        this.alteration = alteration;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (!alteration.where().internalName().equals(name)) {
            return null;
        }
        try {
            return woven(bytes, loader);
        } catch (RuntimeException e) {
            // The JVM would swallow it and run the class as it was: a suite that tests nothing.
            System.err.println("cannot alter " + name + ": " + e);
            Runtime.getRuntime().halt(3);
            return null;
        }
    }

    /**
     * The class with the alteration.
     *
     * @param loader finds the classes that this one names
     * @throws IllegalStateException where the class has no such call
     */
    public byte[] woven(byte[] bytes, @Nullable ClassLoader loader) {
        ClassFile file = ClassFile.of(ClassHierarchyResolverOption.of(resolver(loader)));
        ClassModel model = file.parse(bytes);
        Where where = alteration.where();
        long calls = calls(model, where);
        if (calls == 0) {
            throw new IllegalStateException("there is no such call: " + where);
        }
        return file.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString(where.method()),
                        CodeTransform.ofStateful(() -> change(where))));
    }

    private CodeTransform change(Where where) {
        return (code, element) -> {
            if (element instanceof InvokeInstruction call
                    && call.name().equalsString(where.call())) {
                new CallChange(code, call).make(alteration);
            } else {
                code.with(element);
            }
        };
    }

    private static long calls(ClassModel model, Where where) {
        return model.methods().stream()
                .filter(method -> method.methodName().equalsString(where.method()))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(
                        element ->
                                element instanceof InvokeInstruction call
                                        && call.name().equalsString(where.call()))
                .count();
    }

    private static ClassHierarchyResolver resolver(@Nullable ClassLoader loader) {
        return loader == null
                ? ClassHierarchyResolver.defaultResolver()
                : ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver());
    }
}
