package dev.ephor.faults.weaving;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes an altered call. */
record CallChange(CodeBuilder code, InvokeInstruction call) {
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final ClassDesc DISTORTION = ClassDesc.of(Distortion.class.getName());

    /** As a process that signal 9 ended. */
    private static final int KILLED = 137;

    void make(Alteration alteration) {
        switch (alteration) {
            case Alteration.Halt(Where _, boolean before) -> halt(before);
            case Alteration.Skip _ -> skip();
            case Alteration.FirstArgument _ -> keepFirst();
            case Alteration.Instead(Where _, String other) -> instead(other);
            case Alteration.Distort(Where _, String how, boolean argument) ->
                    distort(how, argument);
            case Alteration.Precede(Where _, String owner, String other) -> precede(owner, other);
        }
    }

    private void halt(boolean before) {
        if (!before) {
            code.with(call);
        }
        code.invokestatic(RUNTIME, "getRuntime", MethodTypeDesc.of(RUNTIME))
                .loadConstant(KILLED)
                .invokevirtual(
                        RUNTIME,
                        "halt",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
        if (before) {
            code.with(call);
        }
    }

    private void skip() {
        pop(call.typeSymbol().parameterList());
        if (call.opcode() != Opcode.INVOKESTATIC) {
            code.pop();
        }
        switch (TypeKind.from(call.typeSymbol().returnType()).asLoadable()) {
            case INT -> code.iconst_0();
            case LONG -> code.lconst_0();
            case REFERENCE -> code.aconst_null();
            case VOID -> {}
            default -> throw new IllegalStateException("nothing to return from " + call);
        }
    }

    private void keepFirst() {
        List<ClassDesc> parameters = call.typeSymbol().parameterList();
        pop(parameters.subList(1, parameters.size()));
    }

    private void instead(String other) {
        List<ClassDesc> parameters = call.typeSymbol().parameterList();
        pop(parameters.subList(1, parameters.size()));
        code.invokevirtual(
                call.owner().asSymbol(),
                other,
                MethodTypeDesc.of(ConstantDescs.CD_void, parameters.getFirst()));
    }

    private void distort(String how, boolean argument) {
        if (argument) {
            ClassDesc last = call.typeSymbol().parameterList().getLast();
            code.invokestatic(DISTORTION, how, MethodTypeDesc.of(last, last)).with(call);
        } else {
            ClassDesc result = call.typeSymbol().returnType();
            code.with(call).invokestatic(DISTORTION, how, MethodTypeDesc.of(result, result));
        }
    }

    private void precede(String owner, String other) {
        code.aload(1)
                .invokevirtual(ClassDesc.of(owner), other, MethodTypeDesc.of(ConstantDescs.CD_void))
                .with(call);
    }

    private void pop(List<ClassDesc> types) {
        for (ClassDesc type : types.reversed()) {
            if (TypeKind.from(type).slotSize() == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        }
    }
}
