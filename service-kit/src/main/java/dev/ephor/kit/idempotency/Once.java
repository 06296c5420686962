package dev.ephor.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call (or each of a class) of which what it does and its answer are kept in one transaction,
 * where it came with an {@code Idempotency-Key}: either both are there after a crash, or neither.
 * Where somebody else was faster it is carried out once more. Everything that it does belongs to
 * that transaction, so it neither begins one of its own nor waits for other systems after its first
 * statement.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Once {}
