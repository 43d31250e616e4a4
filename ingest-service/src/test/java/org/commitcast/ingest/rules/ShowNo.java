package org.commitcast.ingest.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;

/** Methods that answer requests return nothing that carries an annotation, nor records of such things. */
class ShowNo extends ArchCondition<JavaClass> {
    private final Class<? extends Annotation> mark;

    ShowNo(Class<? extends Annotation> mark) {
        super("show nothing that is annotated with " + mark.getSimpleName());
        this.mark = mark;
    }

    @Override
    public void check(JavaClass resource, ConditionEvents events) {
        for (JavaMethod method : resource.getMethods()) {
            boolean answers = method.isAnnotatedWith(GET.class)
                    || method.isAnnotatedWith(PUT.class)
                    || method.isAnnotatedWith(POST.class);
            if (answers) {
                method.getReturnType().getAllInvolvedRawTypes().forEach(shown -> {
                    boolean entity = shown.isAnnotatedWith(mark)
                            || shown.getFields().stream()
                                    .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                                    .anyMatch(part -> part.isAnnotatedWith(mark));
                    events.add(new SimpleConditionEvent(
                            method, !entity, method.getFullName() + " shows " + shown.getName()));
                });
            }
        }
    }
}
