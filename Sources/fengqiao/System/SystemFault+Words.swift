internal import Glibc
internal import SourceText

extension SystemFault {
  /// What it says, as the end of a sentence about a file; the system's own words in English.
  var words: Bilingual {
    if number == EISDIR { return Bilingual(en: "it is a folder", zh: "它是文件夹") }
    return Bilingual(en: text, zh: chinese ?? text)
  }

  /// Nil for what hardly ever happens to a file.
  private var chinese: String? {
    switch number {
    case ENOENT: "没有这个文件或文件夹"
    case EACCES: "没有权限"
    case EPERM: "系统不允许"
    case ENOTDIR: "路径中有一段不是文件夹"
    case EEXIST: "已经存在"
    case ENOSPC: "磁盘已满"
    case EDQUOT: "磁盘配额已用完"
    case EROFS: "磁盘是只读的"
    case EBUSY, ETXTBSY: "正被使用"
    case EFBIG: "文件太大"
    case EINVAL: "不能这样读写"
    case EBADF: "没有打开"
    case EIO: "读写出错"
    case EMFILE, ENFILE: "打开的文件太多"
    case ELOOP: "链接绕成一圈"
    case ENAMETOOLONG: "名称太长"
    case ENOMEM: "内存不足"
    case EPIPE: "对方已经关闭"
    default: nil
    }
  }
}
