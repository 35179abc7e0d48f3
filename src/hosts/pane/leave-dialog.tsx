import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { departmentWords as messages } from '../../panel/department/messages';
import { useWords } from '../../panel/frame/language';

export interface LeaveDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

/** Asks before entries are left that are nowhere else. */
export function LeaveDialog({ isOpen, onClose, onLeave }: LeaveDialogProps) {
  const words = useWords();
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words(messages.unsavedTitle)}</DialogTitle>
          <DialogContent>{words(messages.unsaved)}</DialogContent>
          <DialogActions>
            <Button
              onClick={() => {
                onClose();
                onLeave();
              }}
            >
              {words(messages.leave)}
            </Button>
            <Button appearance="primary" onClick={onClose}>
              {words(messages.stay)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
