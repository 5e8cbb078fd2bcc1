package main
import ("testing";"os";"io";"bytes")
func TestTmp(t *testing.T){ f,_:=os.Open("/tmp/words.txt"); o,_:=os.Create("/tmp/out.tsv"); if err:=printTokens(f,o);err!=nil{t.Fatal(err)}; o.Close()}
func BenchmarkTokensTmp(b *testing.B){ d,_:=os.ReadFile("/tmp/news.txt"); b.SetBytes(int64(len(d))); for b.Loop(){ printTokens(bytes.NewReader(d), io.Discard)}
 var c bytes.Buffer; printTokens(bytes.NewReader(d),&c); b.ReportMetric(float64(bytes.Count(c.Bytes(),[]byte("\n"))*b.N)/b.Elapsed().Seconds(),"words/s")}
