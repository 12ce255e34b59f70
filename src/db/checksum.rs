//! Whether a finished file is as it was written: a checksum (CRC-32) of its pages stands behind them, where SQLite does
//! not look. It tells of damage, not of forgery.

use super::APPLICATION_ID;
use crate::error::Error;
use crc32fast::Hasher;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::thread::{self, Builder};

/// What the checksum follows, at the end of the file.
const MARK: &[u8; 8] = b"MISSCRC1";
const TRAILER: u64 = MARK.len() as u64 + 4;

/// Where the header of an SQLite file has the mark of the program that made it, and where SQLite counts its changes.
const APPLICATION: u64 = 68;
const CHANGES: u64 = 24;

/// Files up to this size are checked whole by every command.
const SMALL: u64 = 1 << 20;

/// How much of a file is held against its checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of a small file, and of a larger one that its end is there.
    Small,
    Whole,
}

/// Writes the checksum behind the pages of a finished draft.
pub(super) fn append(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().read(true).write(true).open(path)?;
    let (length, pages) = (file.metadata()?.len(), file.try_clone()?);
    let mut synced = Ok(());
    let sum = thread::scope(|scope| {
        // All of it must reach the disk before the file takes its place; most of a large one does meanwhile. Where no
        // thread can be had, it does later.
        if length > SMALL {
            let _ = Builder::new().spawn_scoped(scope, || synced = pages.sync_data());
        }
        sum_of(&mut file, length)
    })?;
    synced?;
    file.seek(SeekFrom::End(0))?;
    file.write_all(MARK)?;
    file.write_all(&sum.to_be_bytes())
}

/// Whether a file says at either end that it was made by this program, be it whole or damaged.
pub(super) fn is_ours(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let is_marked = number_at(&mut file, APPLICATION).is_ok_and(|mark| i64::from(mark) == APPLICATION_ID);
    Ok(is_marked || trailer(&mut file)?.is_some())
}

/// # Errors
/// The file is not as it was written, or cannot be read.
pub(super) fn check(path: &Path, extent: Extent) -> Result<(), Error> {
    let told = || -> io::Result<Result<(), Error>> {
        let mut file = File::open(path)?;
        if let Some(sum) = trailer(&mut file)? {
            let pages = file.metadata()?.len() - TRAILER;
            if (extent == Extent::Small && pages > SMALL) || sum_of(&mut file, pages)? == sum {
                return Ok(Ok(()));
            }
        }
        // To build a file is its first change.
        let is_changed = number_at(&mut file, CHANGES).is_ok_and(|changes| changes > 1);
        let fault = if is_changed { Error::Changed } else { Error::Damaged };
        Ok(Err(fault(path.to_owned())))
    };
    told().map_err(Error::file("read", path))?
}

/// A number in the header of a file.
fn number_at(file: &mut File, place: u64) -> io::Result<u32> {
    let mut bytes = [0; 4];
    file.seek(SeekFrom::Start(place))?;
    file.read_exact(&mut bytes)?;
    Ok(u32::from_be_bytes(bytes))
}

/// The checksum at the end of a file; `None` = there is none.
fn trailer(file: &mut File) -> io::Result<Option<u32>> {
    let Some(start) = file.metadata()?.len().checked_sub(TRAILER) else { return Ok(None) };
    let (mut mark, mut sum) = ([0; MARK.len()], [0; 4]);
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(&mut mark)?;
    file.read_exact(&mut sum)?;
    Ok((mark == *MARK).then(|| u32::from_be_bytes(sum)))
}

fn sum_of(file: &mut File, bytes: u64) -> io::Result<u32> {
    file.rewind()?;
    let mut pages = file.take(bytes);
    let (mut hasher, mut buffer) = (Hasher::new(), [0; 1 << 15]);
    loop {
        match pages.read(&mut buffer)? {
            0 => return Ok(hasher.finalize()),
            read => hasher.update(&buffer[..read]),
        }
    }
}
