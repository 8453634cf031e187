package org.innsyn.ui.manual;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.innsyn.schemas.manual.ManualCommands;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Told;
import org.innsyn.ui.words.Words;

/** Takes files one by one and passes each on as it comes; nothing of them is kept here. */
final class FileUpload extends Div {

    private static final int LARGEST_BYTES = 10 << 20;
    private static final int LONGEST_NAME = 200;

    private final Function<ManualCommands.Upload, ManualTaskView> send;
    private final Consumer<ManualTaskView> sent;
    private final Consumer<ServiceProblem> refused;

    /**
     * @param send passes a file on
     * @param sent shows what came of it
     * @param refused says why it was not taken
     */
    FileUpload(Function<ManualCommands.Upload, ManualTaskView> send, Consumer<ManualTaskView> sent, Consumer<ServiceProblem> refused, Words words) {
        this.send = send;
        this.sent = sent;
        this.refused = refused;
        addClassNames("card", "file-upload");
        var upload = new Upload(this::take);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize(LARGEST_BYTES);
        upload.setI18n(i18n(words));
        upload.addFileRejectedListener(rejected -> Told.inPassing(words.say("upload.rejected", Words.quoted(rejected.getFileName()), rejected.getErrorMessage())));
        add(new H2(words.say("task.upload")), new Paragraph(words.say("task.upload.text")), upload);
    }

    /** Within the browser's call, whose session holds the token the file is sent on with. */
    private void take(UploadEvent event) throws IOException {
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(LARGEST_BYTES + 1);
        }
        if (content.length > LARGEST_BYTES) {
            throw new IOException("more than was announced");
        }
        try {
            var task = send.apply(new ManualCommands.Upload(shortened(event.getFileName()), content));
            event.getUI().access(() -> sent.accept(task));
        } catch (ServiceProblem e) {
            event.getUI().access(() -> refused.accept(e));
            throw new IOException("not taken: " + e.kind());
        }
    }

    /** The end of a name tells what kind of file it is. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static UploadI18N i18n(Words words) {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(words.say("upload.drop")).setMany(words.say("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(words.say("upload.add")).setMany(words.say("upload.add")))
                .setFile(new UploadI18N.File().setRetry(words.say("upload.retry")).setStart(words.say("upload.start")).setRemove(words.say("upload.remove")))
                .setError(new UploadI18N.Error().setTooManyFiles(words.say("upload.too-large")).setFileIsTooBig(words.say("upload.too-large"))
                        .setIncorrectFileType(words.say("upload.failed")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status().setConnecting(words.say("upload.waiting")).setStalled(words.say("upload.stalled"))
                                .setProcessing(words.say("upload.processing")).setHeld(words.say("upload.waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix(words.say("upload.remaining")).setUnknown(words.say("upload.remaining-unknown")))
                        .setError(new UploadI18N.Uploading.Error().setServerUnavailable(words.say("upload.failed")).setUnexpectedServerError(words.say("upload.failed"))
                                .setForbidden(words.say("upload.failed")).setFileTooLarge(words.say("upload.too-large"))))
                .setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
    }
}
